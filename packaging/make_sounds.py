"""Makes the packaged sounds: `python packaging/make_sounds.py` writes the same files each time.

Levels: about -18 dB below full scale while a note sounds (-30 for the alive tick), peaks well below -1.5 dB.
"""

from pathlib import Path

import soundfile

from retrowalk.core.walk.cue import Motif
from retrowalk.sound.notes import MOTIF_NOTES, Samples, render

RATE_HZ = 48_000
FOLDER = Path(__file__).parents[1] / "resources" / "retrowalk_resources" / "sounds"

# A reedy tone: the second and third partial carry over a belt, nothing of use lies above 4 kHz.
REED = (1.0, 0.6, 0.35, 0.12)
WOOD = (1.0, 0.3, 0.1)
HARMONICS = {Motif.TICK: WOOD, Motif.ALIVE: WOOD}


def motif_samples(motif: Motif) -> Samples:
    """Return a motif as it is packaged."""
    return render(MOTIF_NOTES[motif], RATE_HZ, HARMONICS.get(motif, REED))


def main() -> None:
    """Write every motif into the resources."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for motif in Motif:
        path = FOLDER / f"{motif.value}.flac"
        soundfile.write(path, motif_samples(motif), RATE_HZ, subtype="PCM_16", format="FLAC")
        print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
