"""How far apart colours look, to people who see all colours and to those who do not."""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from PySide6.QtGui import QColor

Triple = tuple[float, float, float]
# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6),
# 2009, at severity 1.0; they act on linear RGB.
EYES: dict[str, tuple[Triple, Triple, Triple]] = {
    "all colours": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
# IEC 61966-2-1 (sRGB) to CIE XYZ, and its white, D65.
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
LINEAR_BELOW, CUBE_ABOVE, SLOPE = 0.04045, 216 / 24389, 24389 / 27


def seen(color: QColor, eyes: str) -> Triple:
    """Return *color* as these *eyes* see it, in linear RGB."""
    channels = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    first, second, third = (min(max(value, 0.0), 1.0) for value in _times(EYES[eyes], (red, green, blue)))
    return first, second, third


def lab(linear: Triple) -> Triple:
    """Return a colour of linear RGB in CIE L*a*b* (D65)."""
    x, y, z = (_root(value / white) for value, white in zip(_times(TO_XYZ, linear), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: QColor, other: QColor, eyes: str) -> float:
    """Return how different two colours look to these *eyes* (CIEDE2000)."""
    return difference(lab(seen(one, eyes)), lab(seen(other, eyes)))


def difference(one: Triple, other: Triple) -> float:
    """Return the difference of two colours of L*a*b*: CIEDE2000, as Sharma, Wu and Dalal (2005) put it, equations 2 to 22."""
    chroma = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(chroma**7 / (chroma**7 + 25**7))
    (c1, h1), (c2, h2) = _polar(one, stretch), _polar(other, stretch)
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    middle = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    light, c = (one[0] + other[0]) / 2, (c1 + c2) / 2
    by_hue = 1 - 0.17 * _cos(middle - 30) + 0.24 * _cos(2 * middle) + 0.32 * _cos(3 * middle + 6) - 0.2 * _cos(4 * middle - 63)
    in_light = (other[0] - one[0]) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    in_chroma = (c2 - c1) / (1 + 0.045 * c)
    in_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * c * by_hue)
    rotation = -sin(radians(60 * exp(-(((middle - 275) / 25) ** 2)))) * 2 * sqrt(c**7 / (c**7 + 25**7))
    return sqrt(in_light**2 + in_chroma**2 + in_hue**2 + rotation * in_chroma * in_hue)


def _polar(color: Triple, stretch: float) -> tuple[float, float]:
    _, a, b = color
    return hypot(a * stretch, b), degrees(atan2(b, a * stretch)) % 360


def _cos(angle: float) -> float:
    return cos(radians(angle))


def _root(value: float) -> float:
    return value ** (1 / 3) if value > CUBE_ABOVE else (SLOPE * value + 16) / 116


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
