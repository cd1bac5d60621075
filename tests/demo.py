"""The first paragraphs of the seed article as an analyst marks them: for screenshots, figures and whole-road tests."""

from annotator.model.ids import new_id
from annotator.model.relations import Relation
from annotator.project.project import Project

MARKS = (
    (0, "وكالة إنترفاكس الروسية للأنباء", "actor"),
    (0, "الانفصاليين الأرمن في قره باغ وافقوا على شروط وقف لإطلاق النار اقترحته قوات حفظ السلام الروسية", "claim"),
    (0, "الانفصاليين الأرمن", "actor"),
    (0, "قره باغ", "location"),
    (0, "قوات حفظ السلام الروسية", "actor"),
    (0, "جيش أذربيجان", "actor"),
    (1, "وكالة الأنباء الأرمينية", "actor"),
    (1, "سلطات قره باغ وافقت على وقف لإطلاق النار اقترحته قوات حفظ السلام الروسية", "claim"),
    (1, "سلطات قره باغ", "actor"),
    (1, "قوات حفظ السلام الروسية", "actor"),
    (1, "إنترفاكس", "actor"),
    (2, "أرمينيا", "actor"),
    (2, "32 شخصا قتلوا وأكثر من 200 جرحوا خلال العملية العسكرية الاذرية", "claim"),
    (2, "32 شخصا قتلوا", "casualty"),
    (2, "أكثر من 200 جرحوا", "casualty"),
    (2, "ناغورني قره باغ", "location"),
    (3, "روبن فاردانيان", "actor"),
    (3, "نحو 100 قتلوا وأصيب مئات آخرون منذ بدء أذربيجان عمليتها العسكرية", "claim"),
    (3, "نحو 100 قتلوا", "casualty"),
    (3, "مئات آخرون", "casualty"),
    (3, "أذربيجان", "actor"),
    (3, "قوات حفظ السلام", "actor"),
    (3, "أكثر من ألفي مدني", "casualty"),
    (4, "فاردانيان", "actor"),
    (4, "قره باغ", "location"),
    (4, "هذه حرب كبيرة، أذربيجان بدأت عملية كاملة، وهي في الأساس عملية تطهير عرقي", "claim"),
    (4, "أذربيجان", "actor"),
    (5, "أرمينيا", "actor"),
    (5, "أذربيجان", "actor"),
    (5, "العدوان الشامل من باكو", "claim"),
    (5, "باكو", "actor"),
    (12, "أرمينيا", "actor"),
    (12, "ناغورني قره باغ", "location"),
    (12, "أذربيجان", "actor"),
)

# The places of head and tail in MARKS, and the kind of relation between them.
RELATIONS = (
    (1, "source", 0),
    (1, "target", 5),
    (4, "same_as", 9),
    (7, "source", 6),
    (7, "relayed_by", 10),
    (7, "supports", 1),
    (12, "source", 11),
    (13, "place", 15),
    (17, "source", 16),
    (17, "contradicts", 12),
    (18, "perpetrator", 20),
    (20, "same_as", 26),
    (25, "source", 23),
    (33, "same_as", 28),
)


def places(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, label name) of every mark in *text*, the seed article; offsets are code points."""
    starts, at = [], 0
    for paragraph in text.split("\n"):
        starts.append(at)
        at += len(paragraph) + 1
    found = []
    for number, quote, label in MARKS:
        start = text.index(quote, starts[number], starts[number + 1])
        found.append((start, start + len(quote), label))
    return found


def relate(project: Project, document: bytes) -> None:
    """Relate the marks of a *document*, made in the order of `places`, as an analyst does."""
    spans = {(span.start, span.end, span.label): span for span in project.document(document).result().spans}
    marks = [
        spans[start, end, project.schema.named(label).id]
        for start, end, label in places(project.document(document).result().document.text)
    ]
    kinds = {kind.name: kind.id for kind in project.schema.relations}
    for head, kind, tail in RELATIONS:
        ends = marks[head].id, marks[tail].id
        project.relate(Relation(project.layer.id, document, new_id(), kinds[kind], *ends)).result()
