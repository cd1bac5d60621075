"""Where resources and the sample article are, in a wheel, an editable install or a plain checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_resources"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"
_SEEDS = _INSTALLED / "seeds" if _INSTALLED.is_dir() else _PACKAGE.parent / "seeds"


def path(*parts: str) -> Path:
    """Return the path of a resource, such as ``path("schemas", "conflict-ar.toml")``."""
    return _ROOT.joinpath(*parts)


def seeds() -> tuple[Path, ...]:
    """Return the sample articles, sorted by name."""
    return tuple(sorted(_SEEDS.glob("*.txt")))
