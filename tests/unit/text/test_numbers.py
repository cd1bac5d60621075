"""What a text states: each row of the design page's table, each rule with a counter-example, and what is no count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.folding import fold
from annotator.text.number_forms import forms
from annotator.text.number_words import number_words
from annotator.text.numbers import find, stated
from tests.texts import texts


def said(text: str) -> list[str]:
    """Return the quantities of *text*, each as its stretch, a sign, and its values."""
    signs = {"exact": "=", "about": "~", "at_least": ">=", "more_than": ">", "up_to": "<=", "less_than": "<"}
    found = []
    for quantity in find(text):
        values = [value for value in (quantity.min, quantity.best, quantity.max) if value is not None]
        if quantity.qualifier == "exact":
            assert len(values) == 3
            values = values[:1]
        sign = signs.get(quantity.qualifier, quantity.qualifier)
        found.append(f"{text[quantity.start : quantity.end]} {sign} {'…'.join(map(str, values))}")
    return found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("سبعة وأربعون مصابا", (47, 47, 47, "exact")),
        ("مليونا لاجئ", (2_000_000, 2_000_000, 2_000_000, "exact")),
        ("٢٬٤٠٠ أسير", (2400, 2400, 2400, "exact")),
        ("3,5 ملايين نازح", (3_500_000, 3_500_000, 3_500_000, "exact")),
        ("مئات الآلاف من المهجرين", (100_000, None, None, "vague")),
        ("بضعة آلاف من اللاجئين", (3000, None, 9000, "vague")),
        ("بين 60 و70 معتقلا", (60, None, 70, "range")),
        ("قرابة 60 ألف نازح", (None, 60_000, None, "about")),
        ("ما يزيد على ثلاثين مختطفا", (30, None, None, "more_than")),
        ("ما يصل إلى 600 أسير", (None, None, 600, "up_to")),
        ("18 صيادا على الأقل", (18, None, None, "at_least")),
        ("عشرات المفقودين", (10, None, None, "vague")),
        ("أقل من عشرة", (None, None, 10, "less_than")),
    ],
)
def test_a_quantity_is_read_as_stated(text: str, values: tuple[int | None, int | None, int | None, str]) -> None:
    (quantity,) = find(text)
    assert quantity[2:] == values
    assert stated(text) == quantity


def test_an_article_states_its_quantities_among_years_and_dates() -> None:
    text = (
        "أن 32 شخصا قتلوا وأكثر من 200 جرحوا، وأصيب مئات آخرون منذ عام 1994، وأجلت أكثر من ألفي مدني، "
        "قُتل خلالها ما يصل إلى 30 ألف شخص بعد ستة أسابيع في 10 تشرين ثاني (نوفمبر)."
    )
    assert said(text) == ["32 = 32", "أكثر من 200 > 200", "مئات vague 100", "أكثر من ألفي > 2000", "ما يصل إلى 30 ألف <= 30000"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,400", 2400),
        ("2.400", 2400),
        ("٢٬٤٠٠", 2400),
        ("2،400", 2400),
        ("2\u00a0400", 2400),
        ("1,234,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("۳۲", 32),
        ("0", 0),
        ("1.250 مليون", 1_250_000),
        ("1,250 مليون", 1_250_000_000),
        ("3٫5 ملايين", 3_500_000),
        ("1,234.5 ألف", 1_234_500),
        ("2.5 آلاف", 2500),
        ("30ألف", 30_000),
        ("32شخصا", 32),
    ],
)
def test_separators_group_thousands_or_begin_a_fraction(text: str, value: int) -> None:
    assert [quantity.best for quantity in find(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "1,234.5",
        "1234,567",
        "12,5",
        "0.500",
        "007",
        "1,23,456",
        "192.168.1.1",
        "0599123456",
        "9" * 21,
        f"{'9' * 21} ألف",
        "9" * 16,
    ],
)
def test_digits_that_count_no_people_are_no_number(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("صفر", 0),
        ("واحد", 1),
        ("وواحد", 1),
        ("واحدة", 1),
        ("اثنتان", 2),
        ("ثماني", 8),
        ("عشرة", 10),
        ("أحد عشر", 11),
        ("إحدى عشرة", 11),
        ("اثنا عشر", 12),
        ("اثنتي عشرة", 12),
        ("ثمانية عشر", 18),
        ("خمسين", 50),
        ("واحد وعشرون", 21),
        ("أحد وعشرون", 21),
        ("إحدى وعشرين", 21),
        ("أربعًا و عشرين", 24),
        ("مئة", 100),
        ("مائتين", 200),
        ("مئتا", 200),
        ("خمسمئة", 500),
        ("خمس مئة", 500),
        ("ثلاث مائة وخمسين", 350),
        ("مئة وأحد عشر", 111),
        ("مئة واحد عشر", 111),
        ("مئة وإحدى عشرة", 111),
        ("مئة واحد وعشرون", 121),
        ("مئة وا\u0654حد وعشرون", 121),
        ("ألف", 1000),
        ("ألفان", 2000),
        ("ألفي", 2000),
        ("ثلاثة آلاف", 3000),
        ("مئة وأربعة آلاف", 104_000),
        ("أحد عشر ألفا", 11_000),
        ("11 ألفا", 11_000),
        ("مئتي ألف", 200_000),
        ("مئة وعشرون ألفا وثلاثمئة وخمسة", 120_305),
        ("3 آلاف و500", 3500),
        ("مليون و200 ألف", 1_200_000),
        ("مليونان", 2_000_000),
        ("مليون ونصف", 1_500_000),
        ("مليونين ونصف المليون", 2_500_000),
        ("3 آلاف وربع ألف", 3250),
        ("نصف مليون", 500_000),
        ("ربع المليون", 250_000),
        ("الثلاثة", 3),
        ("الخمسة عشر", 15),
        ("الأربعة والعشرون", 24),
        ("ألف مليون", 10**9),
        ("ملياري", 2 * 10**9),
    ],
)
def test_words_make_one_number(text: str, value: int) -> None:
    (quantity,) = find(text)
    assert quantity.best == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ثلاثين وأربعين", [30, 40]),
        ("خمسة وعشرة", [5, 10]),
        ("30 و500", [30, 500]),
        ("عشرين وخمسة", [20, 5]),
        ("ثلاثة وأربعة آلاف", [3, 4000]),
        ("سبعون ألفا ومئة ألف", [70_000, 100_000]),
        ("مئة ألف وخمسون ألفا", [100_000, 50_000]),
        ("مئة ومئتان", [100, 200]),
        ("ألف وآلاف", [1000, None]),
        ("ألف ونصف مليون", [1500, 1_000_000]),
        ("مئة واحد", [100, 1]),
        ("3-1", [3, 1]),
        ("خمسة، وعشرون", [5, 20]),
        ("خمسة قتلى وثلاثة جرحى", [5, 3]),
        ("خمسة\nوعشرون", [5, 20]),
        ("خمسة و\nعشرون", [5, 20]),
        ("خمسة\u2029وعشرون", [5, 20]),
        ("30\nألف", [30, 1000]),
        ("مليون و", [1_000_000]),
        ("مئة و", [100]),
        ("مئة وألف", [100, 1000]),
        ("مئة وبضعة", [100, None]),
        ("ألف و أحد", [1000]),
    ],
)
def test_what_is_not_of_smaller_magnitude_is_another_number(text: str, values: list[int | None]) -> None:
    assert [quantity.best for quantity in find(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ألفا شخص", 2000),
        ("مليونا لاجئ", 2_000_000),
        ("ألفا وزير", 2000),
        ("ألفًا", 1000),
        ("ألفاً شخص", 1000),
        ("ألفا", 1000),
        ("بلغ عددهم ألفا.", 1000),
        ("ألفا من الجنود", 1000),
        ("ألفا وخمسمئة شخص", 1500),
        ("أحد عشر ألفا شخص", 11_000),
    ],
)
def test_alfa_is_two_thousand_only_straight_before_a_noun(text: str, value: int) -> None:
    assert [quantity.best for quantity in find(text)] == [value]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("عشرات الآلاف", ["عشرات الآلاف vague 10000"]),
        ("الآلاف", ["الآلاف vague 1000"]),
        ("بالمئات", ["المئات vague 100"]),
        ("ملايين", ["ملايين vague 1000000"]),
        ("عدة آلاف", ["آلاف vague 1000"]),
        ("بضعة", ["بضعة vague 3…9"]),
        ("بضع مئات", ["بضع مئات vague 300…900"]),
        ("بضعة عشر رجلا", ["بضعة عشر vague 13…19"]),
        ("بضع وعشرين", ["بضع وعشرين vague 23…29"]),
        ("عدد من الجرحى", []),
        ("عدة جرحى", []),
        ("hundreds of thousands of people", ["hundreds of thousands vague 100000"]),
        ("ما لا يقل عن عشرات الضحايا", ["ما لا يقل عن عشرات >= 10"]),
        ("نحو عشرات", ["نحو عشرات vague 10"]),
        ("أكثر من بضعة", ["أكثر من بضعة vague 3…9"]),
    ],
)
def test_vague_words_are_floors(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("حوالى ثلاثين", ["حوالى ثلاثين ~ 30"]),
        ("بنحو 30", ["نحو 30 ~ 30"]),
        ("(نحو 30)", ["نحو 30 ~ 30"]),
        ("وما يقارب 30", ["ما يقارب 30 ~ 30"]),
        ("زهاء مئة", ["زهاء مئة ~ 100"]),
        ("30 تقريبا", ["30 تقريبا ~ 30"]),
        ("على الأقل 18", ["على الأقل 18 >= 18"]),
        ("30 شخصا أو أكثر", ["30 شخصا أو أكثر >= 30"]),
        ("عشرون ونيف", ["عشرون ونيف > 20"]),
        ("لا يزيد على 20", ["لا يزيد على 20 <= 20"]),
        ("يزيد على 20", ["يزيد على 20 > 20"]),
        ("20 على الأكثر", ["20 على الأكثر <= 20"]),
        ("أكثر من 30 على الأقل", ["أكثر من 30 > 30"]),
        ("مقتل 30 وإصابة 50 على الأقل", ["30 = 30", "50 على الأقل >= 50"]),
        ("30 على الأقل 50", ["30 على الأقل >= 30", "50 = 50"]),
        ("30 50 على الأقل", ["30 = 30", "50 على الأقل >= 50"]),
        ("مقتل 30 شخصا وإصابة آخرين على الأقل", ["30 = 30"]),
        ("مقتل 30 شخصا، على الأقل", ["30 = 30"]),
        ("30 من سكان هذه القرية على الأقل", ["30 = 30"]),
        ("نحو\n30", ["30 = 30"]),
        ("30\nعلى الأقل", ["30 = 30"]),
        ("بنحوه 30", ["30 = 30"]),
        ("for at least 12", ["at least 12 >= 12"]),
        ("more than 30", ["more than 30 > 30"]),
        ("about 40", ["about 40 ~ 40"]),
    ],
)
def test_bound_words_are_part_of_the_quantity(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("ما بين ألف وألفين", ["ما بين ألف وألفين range 1000…2000"]),
        ("بين مئة ومئتين", ["بين مئة ومئتين range 100…200"]),
        ("من 30 إلى 40 قتيلا", ["من 30 إلى 40 range 30…40"]),
        ("60 إلى 70", ["60 إلى 70 range 60…70"]),
        ("60–70", ["60–70 range 60…70"]),
        ("لـ60 - 70", ["60 - 70 range 60…70"]),
        ("نحو 60-70", ["نحو 60-70 range 60…70"]),
        ("بين 60 و70 ألف نازح", ["بين 60 و70 ألف range 60000…70000"]),
        ("بين 3 و4 آلاف", ["بين 3 و4 آلاف range 3000…4000"]),
        ("بين 500 وألف", ["بين 500 وألف range 500…1000"]),
        ("بين 60 و50", ["60 = 60", "50 = 50"]),
        ("من بين 30 قتيلا", ["30 = 30"]),
        ("60 و70", ["60 = 60", "70 = 70"]),
        ("من 60 و70", ["60 = 60", "70 = 70"]),
        ("بين 60 رجلا و70", ["60 = 60", "70 = 70"]),
        ("بين 60\nو70", ["60 = 60", "70 = 70"]),
        ("من 60 70", ["60 = 60", "70 = 70"]),
        ("بين عشرات و200", ["عشرات vague 10", "200 = 200"]),
        ("ارتفع عدد القتلى من 30 إلى 40", ["30 = 30", "40 = 40"]),
        ("ارتفع العدد، وقتل من 30 إلى 40", ["من 30 إلى 40 range 30…40"]),
        ("between 3 and 5", ["between 3 and 5 range 3…5"]),
        ("from 5 to 7 people", ["from 5 to 7 range 5…7"]),
    ],
)
def test_two_numbers_make_a_range(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("وأحد عشر جنديا", ["أحد عشر = 11"]),
        ("لـ30 شخصا وبـ12", ["30 = 30", "12 = 12"]),
        ("للـ30 شخصا", ["30 = 30"]),
        ("القتلى الـ12", ["الـ12 = 12"]),
        ("وللمئات", ["مئات vague 100"]),
        ('بـ"12"', ["12 = 12"]),
        ("«30» قتيلا", ["30 = 30"]),
        ("خَمْسَةٌ وَعِشْرُونَ", ["خَمْسَةٌ وَعِشْرُونَ = 25"]),
        ("خمســة", ["خمســة = 5"]),
        ("\u200f٣٢\u200f قتيلا", ["٣٢ = 32"]),
    ],
)
def test_proclitics_stay_out_and_marks_stay_in(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "لست قتيلا",
        "يوم الاثنين",
        "الست",
        "القرن العشرين",
        "وجدوا ميتين",
        "أحد",
        "إحدى",
        "نصف القرية",
        "تأليف",
        "مياه",
        "خمسة5",
        "خمسةA",
    ],
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("32 people killed", ["32 = 32"]),
        ("twenty-five people", ["twenty-five = 25"]),
        ("twenty five", ["twenty five = 25"]),
        ("two hundred and three thousand five hundred six", ["two hundred and three thousand five hundred six = 203506"]),
        ("1.5 million", ["1.5 million = 1500000"]),
        ("one person", ["one = 1"]),
        ("Twelve hundred", ["Twelve hundred = 1200"]),
        ("five and twenty", ["five = 5", "twenty = 20"]),
        ("two and three", ["two = 2", "three = 3"]),
        ("twenty 5", ["twenty = 20", "5 = 5"]),
        ("وone", []),
    ],
)
def test_english_numbers_are_read_too(text: str, quantities: list[str]) -> None:
    assert said(text) == quantities


@given(texts)
def test_quantities_lie_in_the_text_in_order_and_say_what_their_qualifier_may(text: str) -> None:
    place = 0
    for start, end, least, best, most, qualifier in find(text):
        assert place <= start < end <= len(text)
        place = end
        assert any(c.isdigit() for c in text[start:end]) or any(word in fold(text[start:end]).text for word in number_words())
        assert "\n" not in text[start:end]
        given_sides = (least is not None, best is not None, most is not None)
        assert given_sides in {
            "exact": {(True, True, True)},
            "about": {(False, True, False)},
            "range": {(True, False, True)},
            "vague": {(True, False, False), (True, False, True)},
            "at_least": {(True, False, False)},
            "more_than": {(True, False, False)},
        }.get(qualifier, {(False, False, True)})


@given(st.lists(st.text("ءابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئىة", min_size=1, max_size=6), max_size=20))
def test_letters_without_a_number_word_state_no_number(words: list[str]) -> None:
    text = " ".join(word for word in words if fold(word).text not in forms())
    assert find(text) == ()
    assert stated(text) is None


PHRASES = (
    "قتل",
    "سبعة",
    "وأربعون",
    "ألفا",
    "مئات",
    "الآلاف",
    "32",
    "و70",
    "بين",
    "نحو",
    "على الأقل",
    "عام",
    "2020",
    "-",
    "،",
    "3,5",
    "مليون",
)


@given(st.lists(st.sampled_from(PHRASES), max_size=8), st.lists(st.sampled_from(PHRASES), max_size=8))
def test_a_line_end_separates_what_two_texts_state(first: list[str], second: list[str]) -> None:
    one, other = " ".join(first), " ".join(second)
    moved = tuple(q._replace(start=q.start + len(one) + 1, end=q.end + len(one) + 1) for q in find(other))
    assert find(f"{one}\n{other}") == find(one) + moved


@given(st.lists(st.sampled_from(PHRASES), max_size=8).map(" ".join), st.data())
def test_harakat_tatweel_controls_and_digit_systems_change_no_value(text: str, data: st.DataObject) -> None:
    digits = data.draw(st.sampled_from(("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")))
    drawn = text.translate(str.maketrans("0123456789", digits))
    strewn = "".join(c + data.draw(st.text("\u064e\u0650\u0651\u0640\u200f", max_size=1)) * c.isalpha() for c in drawn)
    assert [quantity[2:] for quantity in find(strewn)] == [quantity[2:] for quantity in find(text)]


def test_a_long_text_costs_no_more_for_each_of_its_letters() -> None:
    for piece in ("مليون ", "3 و", "3" + " " * 99, "و ", "نحو "):
        assert len(find(piece * 500)) <= 500
