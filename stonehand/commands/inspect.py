"""`stonehand inspect`: what a page was taken for, as a tree."""

import sys

import click

from layout.errors import StonehandError
from stonehand.output import write_stdout
from stonehand.plan import source_of
from stonehand.report import complain
from stonehand.run import rebuilt
from stonehand.terminal import harmless, is_terminal
from stonehand.tree import Node, plain_lines, tree


@click.command("inspect")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
def command(inputs: tuple[str, ...]) -> int:
    """Show the rebuilt page as a tree, with the evidence for each decision.

    Its folio; its articles with kind and measure; their blocks with roles and reasons; where lines
    were joined, print is lost, something was mended, or another reading is suggested. INPUT may be
    - for standard input. A file or pipe gets plain text: stonehand inspect page.md | less
    """
    return max(map(_inspected, inputs))


def _inspected(name: str) -> int:
    """Show one input; the exit code."""
    try:
        for page in rebuilt(source_of(name)):
            _show(tree(page))
    except StonehandError as problem:
        return complain(problem)
    return 0


def _show(node: Node) -> None:
    if is_terminal(sys.stdout):
        _draw(node)
    else:
        lines = [harmless(line) + "\n" for line in plain_lines(node)]
        write_stdout("".join(lines).encode("utf-8", "replace"))


def _draw(node: Node) -> None:
    from rich.console import Console  # only a terminal waits for it
    from rich.text import Text
    from rich.tree import Tree

    def branch(of: Node) -> Tree:
        label = Text.assemble((harmless(of.label), "bold cyan"), " ", harmless(of.words))
        drawn = Tree(label, guide_style="dim")
        drawn.children.extend(branch(each) for each in of.below)
        return drawn

    Console().print(branch(node))
