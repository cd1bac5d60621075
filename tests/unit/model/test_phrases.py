"""A phrase is a text wherever one is wanted, and can still be said in another language."""

import copy
import json

from annotator.model.phrases import Phrase


def test_a_phrase_is_its_english_text() -> None:
    phrase = Phrase("{count} of {what}", count=2, what="{them}")
    assert phrase == "2 of {them}"
    assert json.dumps(phrase) == '"2 of {them}"'
    assert Phrase("as it {stands}") == "as it {stands}"


def test_it_remembers_what_it_was_made_of_also_when_it_is_copied() -> None:
    for phrase in (Phrase("{count}!", count=2), copy.deepcopy(Phrase("{count}!", count=2))):
        assert (phrase.message, phrase.values) == ("{count}!", {"count": 2})
