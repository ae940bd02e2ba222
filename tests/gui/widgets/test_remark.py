"""A remark is there when there is something to say."""

from retrowalk.gui.widgets.label import Label
from retrowalk.gui.widgets.remark import Remark


def test_comes_and_goes(dress, qtbot):
    """Without a sentence it takes no room; the sentence shown is the last one."""
    remark = Remark("note")
    qtbot.addWidget(remark)
    assert remark.isHidden()
    remark.show_text("The first.")
    remark.show_text("The second.")
    assert not remark.isHidden()
    assert [label.accessibleName() for label in remark.findChildren(Label)] == ["The second."]
    remark.show_text("")
    assert remark.isHidden()
