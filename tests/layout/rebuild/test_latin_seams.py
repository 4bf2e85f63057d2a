"""What the words on either side of a line end tell: the cheaper reading is the right one."""

import pytest

from layout.rebuild.latin_seams import ending_costs, seam_costs


@pytest.mark.parametrize(
    ("before", "behind", "goes_on"),
    [
        pytest.param("shops, offices and", "apartments by the water", True, id="small letter"),
        pytest.param("shops, offices and", "The board will vote", False, id="opener"),
        pytest.param("borrowed only eighty", '"There is no plan B," he', False, id="quotation"),
        pytest.param("the port authori-", "ty in May", True, id="broken word"),
        pytest.param("the port authori-", "Neighbors complained", False, id="its rest is lost"),
        pytest.param("in 2008.", "The board will vote", False, id="sentence behind sentence"),
        pytest.param("joined more than", "300 libraries", True, id="figure"),
    ],
)
def test_tells_whether_a_paragraph_goes_on(before: str, behind: str, goes_on: bool) -> None:
    seam, (ends, stays) = seam_costs(before, behind), ending_costs(before)
    assert (seam.on + stays < seam.end + ends) is goes_on
