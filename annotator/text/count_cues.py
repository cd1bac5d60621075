"""Count cues: the phrases beside a number that make a year, a date, an age, a price or a name of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from functools import cache
from itertools import product

from annotator.text.number_cues import Phrases
from annotator.text.number_words import phrases


class Cue(Enum):
    """What a phrase before a number, or behind it, makes of that."""

    YEAR = auto()
    LOOSE_YEAR = auto()  # only of a year that is no round number: «خلال 2020», but «في 2000 قرية»
    DAY = auto()
    NUMBER_OF = auto()
    NUMBERED = auto()  # «اللواء 401», but «فقد اللواء 32 جنديا»
    COUNTED_ON = auto()  # «القرن الـ20»
    ORDINAL = auto()
    MEASURE = auto()
    MONTH = auto()
    MAY = auto()
    DAYTIME = auto()
    EVENING = auto()
    UNIT = auto()
    UNIT_FROM_ELEVEN = auto()  # «11 سنة», but «قتل ثلاثة سنة 2020»
    UNIT_OF_HUNDREDS = auto()  # «100 عام», but «قتل 32 عام 2020»


_MONTHS = (
    "يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر، كانون الثاني، "
    "كانون ثاني، شباط، آذار، نيسان، أيار، حزيران، تموز، آب، أيلول، تشرين الأول، تشرين أول، تشرين الثاني، تشرين ثاني، "
    "كانون الأول، كانون أول، جانفي، فيفري، أفريل، ماي، جوان، جويلية، أوت، يوليوز، غشت، شتنبر، نونبر، دجنبر، محرم، "
    "صفر، ربيع الأول، ربيع الآخر، ربيع الثاني، جمادى الأولى، جمادى الآخرة، رجب، شعبان، رمضان، شوال، ذو القعدة، "
    "ذي القعدة، ذو الحجة، ذي الحجة، january، february، march، april، june، july، august، september، october، "
    "november، december"
)
_DAYS_BEHIND = "january، february، march، april، on may، in may، june، july، august، september، october، november، december"
_YEARS = "عام، العام، عامي، أعوام، سنة، السنة، سنتي، سنوات، may، in may، on may، since may"
_LOOSE_YEARS = (
    "في، خلال، منذ، حتى، مطلع، أوائل، أواخر، بداية، نهاية، منتصف، حرب، صيف، شتاء، خريف، حدود، in، since، until، during، by"
)
_NUMBERS_OF = "رقم، الرقم، رقمي، أرقام، no.، number، article، resolution"
_NUMBERED = (
    "قرار، القرار، مادة، المادة، المادتين، بند، البند، فقرة، الفقرة، لواء، اللواء، فرقة، الفرقة، كتيبة، الكتيبة، "
    "فوج، الفوج، السرية، قناة، القناة، صفحة، الصفحة، مجموعة، المجموعة، طراز، إف، إس، تي، ميغ، سوخوي، كوفيد"
)
_COUNTED_ON = "قرن، ذكرى، دورة، يوم، أسبوع، شهر، عام، سنة، مرة، جلسة، قمة، فصل، مرتبة، مركز، حلقة، جولة، مرحلة، طابق، دقيقة"
_ORDINALS = (
    "حادي، حادية، ثاني، ثانية، ثالث، ثالثة، رابع، رابعة، خامس، خامسة، سادس، سادسة، سابع، سابعة، ثامن، ثامنة، تاسع، تاسعة"
)
_AGES = "من العمر، عمره، عمرها، عمرهم، بعمر، أعمارهم، أعمارهن، أعمارهما، أعمارهم تتراوح، أعمارهن تتراوح، سن، aged، age"
_MEASURES = "نسبة، معدل، عيار، الساعة، خط عرض، خط العرض، خط طول، خط الطول، خطي عرض، خطي طول، دائرة عرض"
_UNITS = (
    "دولار، دولارا، دولارات، يورو، ريال، ريالا، ريالات، دينار، دينارا، دنانير، درهم، درهما، دراهم، ليرة، ليرات، "
    "جنيه، جنيها، جنيهات، روبل، روبلا، شيكل، شيكلا، شواكل، شيقل، تومان، روبية، فرنك، يوان، متر، مترا، أمتار، "
    "كيلومتر، كيلومترا، كيلومترات، كيلو، كم، كلم، سم، سنتيمتر، سنتيمترا، مم، ملم، مليمتر، مليمترا، ملليمتر، ميل، "
    "ميلا، أميال، قدما، أقدام، بوصة، هكتار، هكتارا، هكتارات، دونم، دونما، دونمات، فدان، فدانا، طن، طنا، أطنان، غرام، "
    "غراما، كيلوغرام، كيلوغراما، كيلوغرامات، كغ، لتر، لترا، لترات، درجة، درجات، ميغاواط، ثواني، ثوان، دقائق، ساعات، "
    "يوما، أيام، أسبوعا، أسابيع، شهرا، أشهر، شهور، عاما، أعوام، سنوات، سنين، عقدا، عقود، قرنا، قرون، ليال، ليالي، م، "
    "ه، شمالا، جنوبا، شرقا، غربا، percent، per cent، dollars، euros، pounds، km، kilometers، kilometres، kilometer، "
    "miles، mile، meters، metres، feet، tons، tonnes، mm، cm، seconds، minutes، hours، days، weeks، months، years، "
    "year، decades، degrees"
)
_DAYTIMES = "صباحا، ظهرا، فجرا، عصرا، ليلا، a.m، p.m، am، pm، gmt"
_UNITS_OF_HUNDREDS = "عام، يوم، شهر، أسبوع، قرن"
_UNITS_FROM_ELEVEN = "سنة، ساعة، دقيقة، ثانية، ليلة"
_PERCENT = "في المئة، في المائة، بالمئة، بالمائة، في الألف، بالألف"
_ARTICLE = "ال"


@cache
def cues_before() -> Phrases[frozenset[Cue]]:
    """Return what the phrases straight before a number make of it."""
    return _by_phrase(
        {
            Cue.YEAR: (*phrases(_YEARS), *phrases(_MONTHS)),
            Cue.LOOSE_YEAR: phrases(_LOOSE_YEARS),
            Cue.DAY: phrases(_DAYS_BEHIND),
            Cue.NUMBER_OF: phrases(_NUMBERS_OF),
            Cue.NUMBERED: phrases(_NUMBERED),
            Cue.COUNTED_ON: (_ARTICLE + noun for noun in phrases(_COUNTED_ON)),
            Cue.ORDINAL: _with_article(_ORDINALS),
            Cue.MEASURE: (*phrases(_AGES), *phrases(_MEASURES)),
        },
        -1,
    )


@cache
def cues_behind() -> Phrases[frozenset[Cue]]:
    """Return what the phrases straight behind a number make of it."""
    return _by_phrase(
        {
            Cue.MONTH: (front + month for front, month in product(("", "من ", "شهر ", "من شهر "), phrases(_MONTHS))),
            Cue.MAY: ("may",),
            Cue.DAYTIME: phrases(_DAYTIMES),
            Cue.EVENING: ("مساء",),
            Cue.UNIT: (*_with_article(_UNITS), *phrases(_PERCENT)),
            Cue.UNIT_FROM_ELEVEN: phrases(_UNITS_FROM_ELEVEN),
            Cue.UNIT_OF_HUNDREDS: phrases(_UNITS_OF_HUNDREDS),
        },
        0,
    )


def _with_article(listed: str) -> Iterable[str]:
    return (article + word for article, word in product(("", _ARTICLE), phrases(listed)))


def _by_phrase(table: Mapping[Cue, Iterable[str]], edge: int) -> Phrases[frozenset[Cue]]:
    cues: dict[str, set[Cue]] = defaultdict(set)
    for cue, listed in table.items():
        for phrase in listed:
            cues[phrase].add(cue)
    return Phrases({phrase: frozenset(meant) for phrase, meant in cues.items()}, edge)
