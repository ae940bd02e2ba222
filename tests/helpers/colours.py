"""What eyes make of colours: contrast, lightness, and how far apart two look, to the colour-blind too."""

import numpy as np

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light.
DEFICIENCIES = {
    "none": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.9505, 1.0, 1.089])


def contrast(one, other):
    """Return the contrast ratio of two opaque colours as WCAG 2 defines it, 1-21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def over(colour, ground):
    """Return the opaque colour that a see-through one makes on a ground."""
    share = colour.alphaF()
    mixed = [
        round(top * share + below * (1 - share))
        for top, below in zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)
    ]
    return type(colour)(*mixed)


def lightness(colour):
    """Return the lightness L*, 0-100."""
    return float(_lab(_linear(colour))[0])


def distance(one, other, deficiency="none"):
    """Return how far apart two colours look (CIE 1976; 2 is just noticeable)."""
    sight = DEFICIENCIES[deficiency]
    seen = [_lab(np.clip(sight @ _linear(colour), 0, 1)) for colour in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


def _linear(colour):
    channels = np.array(colour.getRgb()[:3]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def _luminance(colour):
    return float(_TO_XYZ[1] @ _linear(colour))


def _lab(linear):
    ratios = _TO_XYZ @ linear / _WHITE
    x, y, z = np.where(ratios > 0.008856, np.cbrt(ratios), 7.787 * ratios + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
