"""Connects the Settings place with the settings in use and with what can be heard."""

from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from retrowalk.core.ports import CuePlayer
from retrowalk.core.settings import Settings
from retrowalk.core.walk.cue import Motif
from retrowalk.gui.settings.settings_place import SettingsPlace
from retrowalk.presenters.settings_rows import CueSample
from retrowalk.presenters.settings_view import build_settings_view
from retrowalk.services.cue_samples import CueSamples
from retrowalk.services.settings_keeper import SettingsKeeper

_MOTIFS = MappingProxyType(
    {
        CueSample.ALL: (
            Motif.FORWARD,
            Motif.BACKWARD,
            Motif.TURN,
            Motif.TICK,
            Motif.TICK,
            Motif.TICK,
            Motif.ALIVE,
            Motif.END,
        ),
        CueSample.FORWARD: (Motif.FORWARD,),
        CueSample.BACKWARD: (Motif.BACKWARD,),
        CueSample.TURN: (Motif.TURN,),
        CueSample.END: (Motif.END,),
    }
)


class SettingsDesk(QObject):
    """Turns the wishes of the place into changes. The sound stream is open as long as the place is seen.

    Args:
        keeper: The settings.
        player: What plays cues; it knows the output devices while it is open.
        samples: Plays cues to be listened to.
        parent: The widget that holds the place.
    """

    def __init__(
        self, keeper: SettingsKeeper, player: CuePlayer, samples: CueSamples, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._player = player
        self._samples = samples
        self.place = SettingsPlace(build_settings_view(keeper.settings))
        self.place.installEventFilter(self)
        self.place.settings_changed.connect(keeper.change)
        self.place.sample_requested.connect(self._on_sample_requested)
        self.place.outputs_requested.connect(self.show_outputs)
        keeper.listen(self._on_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.place:
            if event.type() is QEvent.Type.Show:
                self._player.open()
            elif event.type() is QEvent.Type.Hide:
                self._player.close()
        return super().eventFilter(watched, event)

    @Slot()
    def show_outputs(self) -> None:
        """Show the devices that are known now."""
        self.place.show_outputs(self._player.outputs())

    @Slot(object)
    def _on_sample_requested(self, sample: CueSample) -> None:
        self._samples.play(_MOTIFS[sample], speech=self._keeper.settings.sound.speech)

    def _on_changed(self, settings: Settings) -> None:
        self.place.show_state(build_settings_view(settings))
