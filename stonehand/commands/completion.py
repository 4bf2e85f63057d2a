"""`stonehand completion`: the script that teaches a shell to complete our command lines."""

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    \b
    stonehand completion bash > ~/.bash_completion.d/stonehand
    stonehand completion zsh > ~/.zfunc/_stonehand
    stonehand completion fish > ~/.config/fish/completions/stonehand.fish

    The folder is one that the shell reads at its start: for zsh one of $fpath; for bash, add
    ". ~/.bash_completion.d/stonehand" to ~/.bashrc.
    """  # noqa: D301  \b keeps lines apart in click
    completion = get_completion_class(shell)
    assert completion is not None, "click knows every shell of the choice above"
    root = ctx.find_root()
    click.echo(completion(root.command, {}, "stonehand", "_STONEHAND_COMPLETE").source())
