"""A plan proved: every article in it really set, its depth no longer an estimate.

What a column turns out to be deeper or shallower than estimated moves what stands below it; the
leading of the sheet, or the white of a neighbour's head, takes it up.
"""

from typing import assert_never

from layout.compose.makeup.modules import module_rows
from layout.compose.makeup.plans import Above, Beside, Module, Shape


def proved(shape: Shape) -> Shape:
    """The same plan with the depths that its articles have when they are set."""
    match shape.plan:
        case Module():
            for flow in shape.plan.flows:
                shape.plan.job.galley(flow)
            return shape._replace(rows=module_rows(shape.plan))
        case Beside(left, right):
            left, right = proved(left), proved(right)
            return shape._replace(rows=max(left.rows, right.rows), plan=Beside(left, right))
        case Above(upper, lower):
            upper, lower = proved(upper), proved(lower)
            return shape._replace(rows=upper.rows + lower.rows, plan=Above(upper, lower))
        case _:
            assert_never(shape.plan)


def strain(shape: Shape) -> int:
    """The lines by which neighbours in a plan differ, beyond what the shorter one bears."""
    match shape.plan:
        case Module():
            return 0
        case Beside(left, right):
            shorter = left if left.rows < right.rows else right
            own = max(0, abs(left.rows - right.rows) - shorter.flex)
            return own + strain(left) + strain(right)
        case Above(upper, lower):
            return strain(upper) + strain(lower)
        case _:
            assert_never(shape.plan)
