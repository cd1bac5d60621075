"""What a list of entities shows of each, and of each of its mentions."""

from annotator.model.entities import Entity, Mention
from annotator.text.names import as_name
from annotator.ui.factories import isolated
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row
from annotator.ui.translations import tr

OPEN, CLOSED, CLOSED_RTL, INDENT, ELLIPSIS = "▾", "▸", "◂", "\u2003", "…"
BEFORE, LONGEST = 18, 120


def entity_row(entity: Entity, looks: Looks, sign: str = "") -> Row:
    """Return the row of *entity*, after a *sign* that says whether its mentions are shown."""
    return Row(
        " ".join(filter(None, (sign, isolated(entity.name)))),
        tr("Mentions: {mentions} · documents: {documents}", mentions=len(entity.mentions), documents=entity.documents),
        "" if entity.is_named else tr("no name yet"),
        looks.of(entity.label).colors.bar,
        is_faint=not entity.is_named,
    )


def mention_row(mention: Mention) -> Row:
    """Return the row of *mention*: it stands in the text around it, over the title of its document."""
    return Row(INDENT + isolated(in_context(mention)), INDENT + isolated(mention.title))


def in_context(mention: Mention) -> str:
    """Return the words of *mention* in brackets, between those before and after them in the same paragraph."""
    before = mention.before.rpartition("\n")[2]
    near = before if len(before) <= BEFORE else ELLIPSIS + before[-BEFORE:].partition(" ")[2]
    after = mention.after.partition("\n")[0]
    return as_name(" ".join(f"{near}[{mention.words[:LONGEST]}]{after}".split()))
