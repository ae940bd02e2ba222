"""Faults of the surroundings, which are told in a sentence while the program goes on."""


class EnvironmentProblem(Exception):  # noqa: N818 - nothing went wrong in the program
    """Something outside the program stands in the way: a full disk, a locked file, no sound.

    Attributes:
        sentence: What is the matter, as one plain sentence for the walker.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
