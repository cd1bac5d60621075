"""For every rule of consistency: what breaks it, and what looks like that and does not."""

from typing import NamedTuple

from annotator.model.attributes import Value
from annotator.model.documents import Document
from annotator.model.edits import Edit
from annotator.model.ids import ID_BYTES, new_id
from annotator.model.records import Record
from annotator.model.relations import Relation, relation_id
from annotator.model.schemas import label_id
from annotator.model.spans import Span
from annotator.project.consistency import Breaches, Consistency
from annotator.project.project import Project
from tests.edits import as_it_is


class Mark(NamedTuple):
    """Words of a document under a label, with values; with several words those are the parts of one span."""

    words: str | tuple[str, ...]
    label: str = "actor"
    values: dict[str, Value] = {}  # noqa: RUF012 - never changed
    document: int = 0


class Join(NamedTuple):
    """A relation from one of the marks to another, by their places."""

    kind: str
    head: int
    tail: int


class Case(NamedTuple):
    """Texts, what is marked in them, how that is joined; ``is_fixed`` tells whether the fix makes the rule silent."""

    rule: str
    texts: tuple[str, ...]
    marks: tuple[Mark, ...]
    joins: tuple[Join, ...] = ()
    is_fixed: bool = True


def casualty(words: str, qualifier: str, low: int | None = None, best: int | None = None, high: int | None = None) -> Mark:
    """Return people killed, with a count."""
    return Mark(words, "casualty", {"kind": "killed", "qualifier": qualifier, "min": low, "best": best, "max": high})


OPEN: dict[str, Value] = {"unattributed": True}
SAID = "قالت مصر إن الهدنة صامدة في السودان."
KILLED = "قتل سبعة وأربعون مدنيا، وأصيب نحو 100 شخص، ونزح مئات."
LETTER = "كتبوا رسالة\nإلى باكو، «المدينة» وَ 5 %. قال د. علي."
TOWNS = ("وصل إلى باكو.", "غادر باكو.", "عاد إلى بَاكُو.")
BAKU = "وصل إلى باكو. غادر باكو، وعاد لباكو."
QUOTED = "قال «إن الهدنة صامدة» ثم رحل (أخيرا) عن 'رام الله'."

BROKEN = (
    Case("label", (SAID,), (Mark("مصر", "weather"),), is_fixed=False),
    Case("required", (KILLED,), (Mark("سبعة وأربعون مدنيا", "casualty"),), is_fixed=False),
    Case("required", (KILLED,), (Mark("مئات", "casualty", {"qualifier": "vague", "min": 100}),), is_fixed=False),
    Case("value", (SAID,), (Mark("مصر", "actor", {"role": "KING", "name": "x", "mention": "name"}),)),
    Case("value", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN | {"cue_start": -1, "cue_text": "قالت"}),)),
    Case("source", (SAID,), (Mark("الهدنة صامدة", "claim"),)),
    Case("both", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN), Mark("مصر")), (Join("source", 0, 1),)),
    Case("act", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN | {"act": "assert", "cue_text": "ونفت"}),)),
    Case("numbers", (KILLED,), (casualty("سبعة وأربعون مدنيا", "exact", best=47),)),
    Case("numbers", (SAID,), (casualty("مصر", "vague", best=9),)),
    Case("numbers", (SAID,), (casualty("مصر", "range", 9, high=5),), is_fixed=False),
    Case("numbers", (SAID,), (casualty("مصر", "unquantified", low=5),)),
    Case("numbers", (SAID,), (casualty("مصر", "exact"),)),
    Case("text", (KILLED,), (casualty("سبعة وأربعون مدنيا", "exact", 7, 7, 7),)),
    Case("text", (KILLED,), (casualty("نحو 100 شخص", "unquantified"),)),
    Case("text", (KILLED,), (casualty("نحو 100 شخص", "exact", 100, 100, 100),)),
    Case("text", (KILLED,), (casualty("نحو 100 شخص", "range", 90, None, 110),)),
    Case("text", (KILLED,), (casualty("نحو 100 شخص", "vague", 90),)),
    Case("text", (KILLED,), (casualty("نحو 100 شخص", "up_to", None, None, 90),)),
    Case("text", (KILLED,), (Mark("نحو 100 شخص", "casualty", {"kind": "injured"}),)),
    Case(
        "text", (KILLED, f"{KILLED} "), tuple(casualty("مئات", "exact", 9, 9, 9)._replace(document=place) for place in (0, 1))
    ),
    Case("overlap", (SAID,), (Mark("قالت مصر"), Mark("مصر إن", "location")), is_fixed=False),
    Case("overlap", (SAID,), (Mark(("قالت", "إن")), Mark("مصر إن", "location"), Mark("إن الهدنة")), is_fixed=False),
    Case("duplicate", (SAID,), (Mark("مصر"), Mark("مصر"), Mark("مصر", "actor", {"role": "GOV"}))),
    Case("relation", (SAID,), (Mark("مصر"), Mark("السودان", "location")), (Join("source", 0, 1),)),
    Case("relation", (SAID,), (Mark("مصر"),), (Join("same_as", 0, 0),)),
    Case("relation", (SAID,), (Mark("مصر"),), (Join("same_as", 0, -1),)),
    Case("relation", (SAID,), (Mark("مصر"),), (Join("same_as", -1, 0),)),
    Case("relation", (SAID,), (), (Join("same_as", -1, -2),)),
    Case("relation", (SAID,), (Mark("مصر"), Mark("السودان")), (Join("likes", 0, 1),)),
    Case("relation", (SAID,), (Mark("مصر", "weather"), Mark("السودان")), (Join("same_as", 0, 1),)),
    Case("doubled", (SAID,), (Mark("مصر"), Mark("السودان")), (Join("same_as", 0, 1), Join("same_as", 1, 0))),
    Case("space", (SAID,), (Mark("مصر "),)),
    Case("space", (SAID,), (Mark((" مصر", "الهدنة")),)),
    Case("space", (SAID,), (Mark(" "),), is_fixed=False),
    Case("line", (LETTER,), (Mark("رسالة\nإلى"),), is_fixed=False),
    Case("character", (LETTER,), (Mark("المدينة» و"),)),
    Case("punctuation", (LETTER,), (Mark("باكو،", "location"),)),
    Case("punctuation", (LETTER,), (Mark("«المدينة", "location"),)),
    Case("punctuation", (LETTER,), (Mark("باكو، «", "location"),)),
    Case("punctuation", (LETTER,), (Mark("«المدينة»", "location"),)),
    Case("punctuation", (QUOTED,), (Mark("«إن الهدنة صامدة» ", "claim", OPEN),)),
    Case("punctuation", (LETTER,), (Mark("،", "location"),), is_fixed=False),
    Case("proclitic", (BAKU,), (Mark("لباكو", "location"),)),
    Case("proclitic", ("زار البعثة الأممية ثم عاد للبعثة.",), (Mark("للبعثة"),)),
    Case("place", (SAID,), (Mark("مصر", "actor", {"country": "egy"}),)),
    Case("place", (SAID,), (Mark("مصر", "actor", {"country": "EG"}),), is_fixed=False),
    Case("place", (SAID,), (Mark("السودان", "location", {"lat": 95.5, "lon": 30}),), is_fixed=False),
    Case("place", (SAID,), (Mark("السودان", "location", {"gazetteer": "geonames:x"}),), is_fixed=False),
    Case("same", TOWNS, (Mark("باكو", "location"), Mark("باكو", "location", {}, 1), Mark("بَاكُو", "actor", {}, 2))),
    Case("same", TOWNS, (Mark("باكو", "location"), Mark("باكو", "actor", {}, 1)), is_fixed=False),
    Case(
        "country",
        TOWNS,
        (
            Mark("باكو", "location", {"canonical": "باكو", "country": "AZE"}),
            Mark("باكو", "location", {"canonical": "باكو", "country": "AZE"}, 1),
            Mark("بَاكُو", "location", {"canonical": "باكو", "country": "ARM"}, 2),
        ),
    ),
)
SILENT = (
    Case("label", (SAID,), (Mark("مصر"),)),
    Case("required", (KILLED,), (casualty("مئات", "vague", 100), Mark("مدنيا"))),
    Case("required", (SAID,), (Mark("مصر", "weather"),)),
    Case("value", (SAID,), (Mark("مصر", "actor", {"role": "GOV", "_origin": "rule"}), Mark("إن", "weather", {"a": 1}))),
    Case("value", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN | {"cue_start": 0, "cue_end": 4, "cue_text": "قالت"}),)),
    Case("source", (SAID,), (Mark("الهدنة صامدة", "claim"), Mark("مصر")), (Join("source", 0, 1),)),
    Case("source", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN), Mark("مصر"))),
    Case("both", (SAID,), (Mark("الهدنة صامدة", "claim"), Mark("مصر")), (Join("source", 0, 1),)),
    Case("both", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN), Mark("مصر")), (Join("target", 0, 1),)),
    Case("act", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN | {"act": "deny", "cue_text": "نفت"}),)),
    Case("act", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN | {"act": "assert", "cue_text": "قالت"}),)),
    Case("act", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN | {"act": "assert"}),)),
    Case("act", (SAID,), (Mark("الهدنة صامدة", "claim", OPEN | {"cue_text": "نفت"}),)),
    Case("numbers", (SAID,), (casualty("قالت", "exact", 5, 5, 5), casualty("مصر", "range", 5, None, 9))),
    Case("numbers", (SAID,), (casualty("قالت", "range", 5, 7, 9), casualty("مصر", "about", best=9))),
    Case("numbers", (SAID,), (casualty("قالت", "at_least", 5), casualty("مصر", "less_than", high=9))),
    Case("numbers", (SAID,), (casualty("قالت", "vague", 3, None, 9), casualty("مصر", "unquantified"))),
    Case("numbers", (SAID,), (casualty("مصر", "many", 3, 5, 9), Mark("إن", "actor", {"best": 9}))),
    Case("text", (KILLED,), (casualty("سبعة وأربعون مدنيا", "exact", 47, 47, 47), casualty("نحو 100 شخص", "about", best=100))),
    Case("text", (SAID,), (casualty("مصر", "exact", 5, 5, 5),)),
    Case("overlap", (SAID,), (Mark("قالت"), Mark("مصر", "location"), Mark("مصر إن الهدنة", "claim", OPEN), Mark("السودان"))),
    Case("overlap", (SAID,), (Mark(("قالت", "إن")), Mark("مصر", "location"), Mark("الهدنة"), Mark("الهدنة"))),
    Case("duplicate", (SAID,), (Mark("مصر"), Mark("مصر", "location"), Mark(("مصر", "إن")), Mark("مصر إن"))),
    Case("relation", (SAID,), (Mark("مصر"), Mark("السودان")), (Join("same_as", 0, 1),)),
    Case("doubled", (SAID,), (Mark("مصر"), Mark("السودان"), Mark("قالت")), (Join("same_as", 0, 1), Join("same_as", 0, 2))),
    Case("doubled", (SAID,), (Mark("إن", "claim"), Mark("قالت", "claim")), (Join("supports", 0, 1), Join("supports", 1, 0))),
    Case("space", (SAID,), (Mark("مصر"), Mark(("قالت", "إن")))),
    Case("line", (LETTER,), (Mark("رسالة"), Mark("\n"), Mark(("كتبوا", "باكو")))),
    Case("character", (LETTER,), (Mark("وَ", "location"),)),
    Case("punctuation", (LETTER,), (Mark("المدينة"), Mark("باكو، «المدينة»"), Mark("5 %"), Mark("د."))),
    Case("punctuation", (QUOTED,), (Mark("قال «إن الهدنة صامدة»"), Mark("«إن الهدنة صامدة» ثم"), Mark("رحل (أخيرا)"))),
    Case("punctuation", (QUOTED,), (Mark("رام الله'"),)),
    Case("proclitic", (BAKU,), (Mark("باكو"), Mark("وعاد"))),
    Case("proclitic", ("عاد لباكو، ثم عاد لباكو، وفيها وزارة وبيت. باكو!",), (Mark("لباكو"), Mark("وزارة"), Mark("وبيت"))),
    Case("proclitic", ("قال ما قال والتقى بهم.",), (Mark("والتقى"), Mark("بهم"))),
    Case("place", (SAID,), (Mark("مصر", "actor", {"country": "EGY"}), Mark("إن", "weather", {"country": "?"}))),
    Case("place", (SAID,), (Mark("مصر", "location", {"lat": 26, "lon": 30.5, "gazetteer": "iso:EG", "country": "EGY"}),)),
    Case("place", (KILLED,), (Mark("مئات", "casualty", {"country": "?", "lat": 99, "gazetteer": "?"}),)),
    Case("same", TOWNS, (Mark("باكو", "location"), Mark("باكو", "location", {}, 1), Mark("باكو", "claim", OPEN))),
    Case("same", TOWNS, (Mark(("وصل", "باكو"), "location"), Mark("باكو", "location", {}, 1))),
    Case("country", TOWNS, (Mark("باكو", "location", {"canonical": "باكو"}), Mark("باكو", "actor", {"country": "ARM"}, 1))),
)


def build(project: Project, case: Case) -> None:
    """Put what a *case* has into an empty *project*, whether or not that is allowed."""
    project.import_records([Record(Document.of(text), f"{place}") for place, text in enumerate(case.texts)]).result()
    spans = [_span(project, case, mark) for mark in case.marks]
    document = Document.of(case.texts[0]).id
    relations = [_relation(project.layer.id, document, join, [span.id for span in spans]) for join in case.joins]
    project._store.act(as_it_is(Edit("import", after=(*spans, *relations)))).result()


def _relation(layer: bytes, document: bytes, join: Join, ids: list[bytes]) -> Relation:
    """Return a relation; an end with a negative number is no span."""
    head, tail = (ids[end] if end >= 0 else bytes([-end]) * ID_BYTES for end in (join.head, join.tail))
    return Relation(layer, document, new_id(), relation_id(join.kind), head, tail)


def _span(project: Project, case: Case, mark: Mark) -> Span:
    document = Document.of(case.texts[mark.document])
    words = (mark.words,) if isinstance(mark.words, str) else mark.words
    starts = [document.text.index(part) for part in words]
    parts = tuple((start, start + len(part)) for start, part in zip(starts, words, strict=True))
    return Span.over(
        document,
        parts[0][0],
        parts[-1][1],
        label=label_id(mark.label),
        layer=project.layer.id,
        by_character=True,
        segments=parts if len(parts) > 1 else (),
        attributes=tuple(sorted((name, value) for name, value in mark.values.items() if value is not None)),
    )


def found(project: Project, rule: str = "") -> Breaches:
    """Return what breaks a *rule* in the *project*, or any rule."""
    return tuple(one for one in Consistency(project).check(lambda *_: None) if rule in {"", one.rule})
