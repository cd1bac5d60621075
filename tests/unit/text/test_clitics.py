import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import clitics, graphemes, owned
from tests.texts import texts

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
HANGING = ("", "", "\u064e", "\u0651\u064f", "\u0640", "\u0640\u0640\u0650", "\u064b", "\u200d")
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=10),
    st.tuples(
        st.sampled_from(["", "و", "ف"]),
        st.sampled_from(["", "ب", "ك", "ل", "لل"]),
        st.sampled_from(["", "ال"]),
        st.text(LETTERS, min_size=1, max_size=6),
        st.sampled_from(["", *clitics.TAILS]),
    ).map("".join),
)


def fronts(stretch: str) -> list[str]:
    """Return what the cuts in front leave of *stretch*."""
    return [stretch[cut:] for cut in clitics.front_cuts(stretch)]


def tails(stretch: str) -> list[str]:
    """Return what the cuts at the end leave of *stretch*."""
    return [stretch[:cut] for cut in clitics.tail_cuts(stretch)]


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("والسودان", ["السودان", "سودان"]),
        ("السودان", ["سودان"]),
        ("وبالعاصمة", ["بالعاصمة", "العاصمة", "عاصمة"]),
        ("كالرئيس", ["الرئيس", "رئيس"]),
        ("للبعثة الأممية", ["بعثة الأممية"]),  # past both lams
        ("وللبعثة", ["للبعثة", "بعثة"]),
        ("للبنان", ["لبنان"]),  # the second lam is its own
        ("للالتزام", ["التزام"]),  # what looks like the article is not
        ("لالتهام", ["التهام"]),
        ("ولبنان", ["لبنان"]),
        ("وَبِالْعَاصِمَةِ", ["بِالْعَاصِمَةِ", "الْعَاصِمَةِ", "عَاصِمَةِ"]),
        ("بـالعاصمة", ["العاصمة", "عاصمة"]),
        ("بـ47 جريحا", ["47 جريحا"]),
        ("و٤٧", ["٤٧"]),
        ("و\u0600٤٧", []),  # the number sign and the digits are one character
        ("لـ«حزب الله»", ["«حزب الله»"]),
        ('وبـ"القاعدة"', ['بـ"القاعدة"', '"القاعدة"']),
        ("بReuters", ["Reuters"]),
        ("والله", ["الله"]),
        ("لله", []),  # too little would stay
        ("وهو", []),
        ("ؤالسودان", []),  # another letter
        ("و\u0654السودان", []),  # the same in two characters
        ("قال «لن", []),
        ("في«الحي»", []),
        ("«والسودان", []),
        ("", []),
        (" والسودان", []),
    ],
)
def test_what_is_written_onto_the_front_may_be_cut(word: str, left: list[str]) -> None:
    assert fronts(word) == left


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("جنودهم", ["جنود"]),
        ("وزارتهما", ["وزارت"]),
        ("قال رئيسها", ["قال رئيس"]),
        ("بيننا", ["بين"]),
        ("كُتُبُهُمْ", ["كُتُبُ"]),
        ("علمني", ["علمن", "علم"]),
        ("كتابـه", ["كتابـ"]),
        ("به", []),
        ("الله", []),
        ("وبالدرهم", []),
        ("جنودهم.", []),
        ("", []),
    ],
)
def test_a_pronoun_at_the_end_may_be_cut(word: str, left: list[str]) -> None:
    assert tails(word) == left


@pytest.mark.parametrize("word", owned.FRONT.split())
def test_a_word_that_owns_its_first_letter_is_cut_only_behind_one_letter_more(word: str) -> None:
    assert fronts(word) == []
    if len(word) >= clitics.FEWEST:
        assert fronts(f"و{word}")[:1] == [word]


@pytest.mark.parametrize("word", owned.TAIL.split())
def test_a_word_that_owns_its_last_letters_keeps_them(word: str) -> None:
    assert tails(word) == tails(f"وبال{word}") == []


def test_no_word_is_listed_twice_and_there_are_enough() -> None:
    for words in (owned.FRONT.split(), owned.TAIL.split()):
        assert len(words) == len(set(words))
    assert len(owned.FRONT.split()) >= 300


@pytest.mark.parametrize("word", ["وزارتهم", "بلدتها", "فريقنا", "لجانه", "كتيبتين", "فلسطينيون", "بيانات"])
def test_an_owned_letter_stays_owned_with_the_usual_endings(word: str) -> None:
    assert fronts(word) == []


@given(st.one_of(WORDS, texts))
def test_every_cut_is_inside_and_between_whole_characters_and_leaves_enough(text: str) -> None:
    front, tail = clitics.front_cuts(text), clitics.tail_cuts(text)
    assert list(front) == sorted(set(front))
    assert list(tail) == sorted(set(tail), reverse=True)
    for cut in (*front, *tail):
        assert 0 < cut < len(text)
        assert graphemes.is_boundary(text, cut)
    for left in [text[cut:] for cut in front] + [text[:cut] for cut in tail]:
        letters = [c for c in left if c.isalpha() and c != "\u0640"]
        assert len(letters) >= clitics.FEWEST or any(c.isnumeric() for c in left)


@given(WORDS, st.data())
def test_harakat_and_tatweel_change_no_cut(word: str, data: st.DataObject) -> None:
    hanging = [data.draw(st.sampled_from(HANGING)) for _ in word]
    strewn = "".join(letter + marks for letter, marks in zip(word, hanging, strict=True))

    def letters(cuts: tuple[int, ...], text: str) -> list[int]:
        return [sum(c in LETTERS for c in text[:cut]) for cut in cuts]

    assert letters(clitics.front_cuts(strewn), strewn) == list(clitics.front_cuts(word))
    assert letters(clitics.tail_cuts(strewn), strewn) == list(clitics.tail_cuts(word))


@given(WORDS)
def test_going_on_comes_round_to_the_whole_word_after_each_cut_once(word: str) -> None:
    text = f"قال {word} هنا"
    start, end = 4, 4 + len(word)
    for offers, here in ((clitics.starts(text, start, end), start), (clitics.ends(text, start, end), end)):
        assert offers[0] == here
        seen = [here := clitics.following(offers, here) for _ in offers]
        assert seen == [*offers[1:], offers[0]]


@given(WORDS)
def test_the_offers_are_the_same_from_wherever_in_the_cycle(word: str) -> None:
    text, start, end = f"قال {word} هنا", 4, 4 + len(word)
    offers = clitics.starts(text, start, end)
    assert all(clitics.starts(text, here, end) == offers for here in offers)
    offers = clitics.ends(text, start, end)
    assert all(clitics.ends(text, start, here) == offers for here in offers)


def test_a_stretch_cut_before_grows_to_its_whole_word() -> None:
    text = "قال والسودان هنا"
    assert clitics.starts(text, 7, 12) == (4, 5, 7)
    assert clitics.following((4, 5, 7), 7) == 4
    assert clitics.following((4, 5, 7), 8) == 4
    assert clitics.ends("في جنودهم", 3, 7) == (9, 7)


def test_a_quotation_grows_to_the_proclitic_written_onto_it() -> None:
    text = "قال لـ«حزب الله» و«قال»"
    assert clitics.starts(text, 6, 16) == (4, 6)
    assert clitics.starts(text, 4, 16) == (4, 6)
    assert clitics.starts("قال«حزب»", 3, 8) == (3,)
    assert clitics.starts("«حزب»", 0, 5) == (0,)
    assert clitics.starts("قال، هنا", 3, 8) == (3,)


def test_marks_and_controls_before_a_word_are_no_part_of_it() -> None:
    assert clitics.starts("\u200fوالسودان", 2, 9) == (1, 2, 4)
    assert clitics.starts("\u200f\u200eوالسودان", 1, 10) == (2, 3, 5)
    assert clitics.starts("\u0640\u0640", 0, 2) == (0,)
    assert clitics.ends("قال.", 0, 4) == (4,)
