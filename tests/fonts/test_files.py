"""The bundled files are what the catalogue and their licences say."""

import pytest
from fontTools.ttLib import TTFont

from fonts.build import RECIPES
from fonts.catalogue import BUNDLED, FILES
from layout.sheet import Face

EVERY_FACE = pytest.mark.parametrize("face", Face)
FAMILY, IDENTIFIER, FULL_NAME, POSTSCRIPT_NAME, LICENCE = 1, 3, 4, 6, 13
EMBEDDING_ALLOWED = 0


@EVERY_FACE
def test_bears_the_name_of_the_catalogue(face: Face) -> None:
    with TTFont(BUNDLED[face].path) as font:
        assert font["name"].getDebugName(POSTSCRIPT_NAME) == BUNDLED[face].name


@EVERY_FACE
def test_bears_no_reserved_name_and_may_be_embedded(face: Face) -> None:
    with TTFont(BUNDLED[face].path) as font:
        names = [font["name"].getDebugName(n) for n in (FAMILY, IDENTIFIER, FULL_NAME)]
        assert all(name.startswith("Stonehand") for name in names)
        assert "SIL Open Font License" in font["name"].getDebugName(LICENCE)
        assert font["OS/2"].fsType == EMBEDDING_ALLOWED


def test_every_recipe_has_its_file_and_every_file_its_licence() -> None:
    files = {path.name for path in FILES.glob("*.ttf")}
    licences = "".join(p.read_text("utf-8") for p in FILES.parent.glob("LICENSES/*.txt"))
    assert files == {f"{recipe.name}.ttf" for recipe in RECIPES}
    assert all(name in licences for name in files)
