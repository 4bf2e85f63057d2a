"""`stonehand inspect`: what a page was taken for, as a tree."""

import sys
from pathlib import Path

import click

from layout.errors import StonehandError
from stonehand.output import write_stdout
from stonehand.plan import source_of, with_corrections
from stonehand.report import complain
from stonehand.run import Source, rebuilt, settled
from stonehand.terminal import harmless, is_terminal
from stonehand.tree import Node, plain_lines, tree


@click.command("inspect")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--corrections",
    metavar="FILE",
    type=click.Path(path_type=Path),
    multiple=True,
    help="What a person decided (see stonehand check --write); may be repeated.",
)
def command(inputs: tuple[str, ...], corrections: tuple[Path, ...]) -> int:
    """Show as a tree what a page was taken for, and why.

    Its folio; its articles with kind and measure; their blocks with roles and reasons; where lines
    were joined, print is lost, something was mended, or another reading is suggested. INPUT may be
    - for standard input. A file or pipe gets plain text: stonehand inspect page.md | less
    """
    sources = tuple(map(source_of, inputs))
    return max(map(_inspected, with_corrections(sources, corrections)))


def _inspected(source: Source) -> int:
    """Show one input; the exit code."""
    try:
        for page in settled(source, rebuilt(source)):
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
