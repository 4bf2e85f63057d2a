"""Write down what is known of a page: the truth in the format npr-truth/1."""

from tests.generate.manuscript import Json, Manuscript
from tests.generate.proof import Galley, Proof, Strip

_FEWEST_FULL_LINES = 3
Breaks = dict[str, list[int]]


def record(name: str, copy: Manuscript, proof: Proof, breaks: Breaks) -> Json:
    """The truth of a page, but for the map of its OCR text. Without breaks no measure is told."""
    return {
        "schema": "npr-truth/1",
        "id": name,
        "lang": copy.lang,
        "source": "synthetic",
        "folio": copy.folio.facts,
        "page_blocks": [_block(strip, proof, []) for strip in proof.folio],
        "articles": [_article(copy, galley, proof, breaks) for galley in proof.galleys],
        "lacunae": proof.lacunae,
        "corrections": proof.corrections,
        "residue": proof.residue,
    }


def _article(copy: Manuscript, galley: Galley, proof: Proof, breaks: Breaks) -> Json:
    told: Json = {
        "id": galley.id,
        "kind": galley.article.kind,
        "measure": galley.article.measure if breaks else None,
        "measure_unit": "chars" if copy.lang == "en" else "em",
        "punct_style": copy.punctuation,
    }
    if sum(len(breaks.get(strip.id, [])) for strip in galley.strips) < _FEWEST_FULL_LINES:
        told["measure_optional"] = True
    told["blocks"] = [_block(s, proof, breaks.get(s.id, [])) for s in galley.strips]
    return told


def _block(strip: Strip, proof: Proof, breaks: list[int]) -> Json:
    told: Json = {"id": strip.id, "role": strip.role, "text": strip.block.text}
    if strip.block.parts:
        told["parts"] = list(strip.block.parts)
    if strip.block.bullet:
        told["bullet"] = strip.block.bullet
    if strip.block.alt_roles:
        told["alt_roles"] = list(strip.block.alt_roles)
    if strip.id in proof.lost:
        told["lost"] = sorted(proof.lost[strip.id])
        if not strip.rows:
            told["lost_block"] = True
    if breaks:
        told["line_breaks"] = breaks
    return told
