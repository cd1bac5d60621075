"""What the schema of a project calls the things that messages name, in the language of the interface."""

from annotator.model.attributes import titled
from annotator.model.schemas import Schema
from annotator.ui.breach_rows import Names

OF_LABELS, OF_ATTRIBUTES, QUALIFIER = ("label", "head", "tail"), ("attribute", "other"), "qualifier"


def names_of(schema: Schema, language: str) -> Names:
    """Return the titles in *language*, by what a message calls the place and by the name that stands there."""
    labels = {label.name: look.title(language) for label, look in zip(schema.labels, schema.looks, strict=True)}
    names = {(place, name): title or name for place in OF_LABELS for name, title in labels.items()}
    names |= {("relation", kind.name): kind.title(language) for kind in schema.relations}
    for attribute in (attribute for look in schema.looks for attribute in look.attributes):
        names |= {(place, name): attribute.title(language) for place in OF_ATTRIBUTES for name in attribute.names}
        if attribute.name == QUALIFIER:
            titles = {choice.name: titled(choice.titles, language) for choice in attribute.choices}
            names |= {(QUALIFIER, name): title or name for name, title in titles.items()}
    return names
