"""The language guess."""
import pytest

from kg.reading import looks_english

ENGLISH = [
    "Rebels and the army traded fire along the river for a third day, a spokesman for the mission said on Friday.",
    "REBELS AND THE ARMY TRADED FIRE ALONG THE RIVER FOR A THIRD DAY, A SPOKESMAN FOR THE MISSION SAID.",
    "Blast kills five",
    "",
]
OTHER = [
    "De rebellen en het leger beschoten elkaar voor de derde dag langs de rivier, zei een woordvoerder vrijdag.",
    "Rebellen und Armee lieferten sich den dritten Tag in Folge Gefechte am Fluss, sagte ein Sprecher am Freitag.",
    "Los rebeldes y el ejército intercambiaron disparos junto al río por tercer día, dijo el viernes un portavoz.",
    "Oprørerne og hæren skød på hinanden langs floden for tredje dag i træk, sagde en talsmand for missionen fredag.",
    "Pemberontak dan tentara baku tembak di sepanjang sungai untuk hari ketiga, kata juru bicara itu pada Jumat.",
    "قال متحدث باسم البعثة يوم الجمعة إن المتمردين والجيش تبادلوا إطلاق النار على طول النهر لليوم الثالث",
    "Повстанцы и армия третий день обстреливают друг друга",
    "反政府武装",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert looks_english(text)


@pytest.mark.parametrize("text", OTHER)
def test_other_languages(text: str) -> None:
    assert not looks_english(text)
