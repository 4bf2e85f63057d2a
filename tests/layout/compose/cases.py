"""Cases and jobs to be set, on a broadsheet with the fixed ruler."""

from layout.compose.galley.structure import grown
from layout.compose.jobs import Job, job
from layout.compose.jobs.case import Case
from layout.compose.stone.chase import Ease, chase
from layout.style import Style, style
from tests.build import edition_of
from tests.layout.compose.fixed import FixedRuler


def case_of(language: str = "zh-Hans", look: Style | None = None) -> Case:
    look = look or style()
    return Case(FixedRuler(), look, language, chase(look, Ease()))


def jobs_of(notation: str, language: str = "zh-Hans") -> list[Job]:
    """The articles of a page, each as a job."""
    _, (bundle,) = grown(edition_of(notation, language))
    case = case_of(language)
    return [job((story,), case, leads=not n) for n, story in enumerate(bundle.stories)]
