"""The command line: find the command, run it, turn what goes wrong into a line and an exit code.

Commands are imported when they are called. Exit codes are those of `layout.errors`, with 130 for
an interrupted run; a faulty argument is 1, not click's 2, which here means a faulty input.
"""

import gc
import signal
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

import click

from layout.errors import AccessError, Origin, StonehandError, UsageError
from stonehand.garbage import look_seldom

COMMANDS: Mapping[str, str] = {
    "export": "stonehand.commands.export",
    "inspect": "stonehand.commands.inspect",
    "check": "stonehand.commands.check",
    "preview": "stonehand.commands.preview",
    "import": "stonehand.commands.import_",
    "completion": "stonehand.commands.completion",
}

_INTERRUPTED = 130


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="stonehand", message="%(prog)s %(version)s")
def stonehand() -> None:
    """Rebuild newspaper pages from OCR text and print them anew.

    \b
    stonehand export page.md --format pdf      one page as a PDF
    stonehand export --format pdf              the pages of this folder as one edition
    stonehand inspect page.md                  what the page was taken for, and why
    stonehand check page.md                    what is lost or in doubt, for you to decide
    stonehand preview page.md --overlay        the composed page as a picture
    stonehand import page.docx --into FILE     what an editor made of it, as corrections
    """  # noqa: D301  \b keeps lines apart in click


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (that of this process if none is given); its exit code."""
    try:
        code = stonehand.main(arguments, prog_name="stonehand", standalone_mode=False)
    except StonehandError as problem:
        return _told(problem)
    except click.exceptions.NoArgsIsHelpError as wanting:
        wanting.show()
        return UsageError.exit_code
    except click.ClickException as refused:
        return _told(_usage(refused))
    except (click.Abort, KeyboardInterrupt):
        click.echo("stonehand: interrupted", err=True)
        return _INTERRUPTED
    except OSError as fault:  # where click prints, or a process cannot be started
        return _told(_refused(fault))
    except Exception:  # noqa: BLE001  a fault of ours; Python's own exit code 1 would blame the user
        sys.excepthook(*sys.exc_info())
        return StonehandError.exit_code
    return code if isinstance(code, int) else 0


def run() -> None:
    """The program `stonehand`. A polite request to end is heard like Ctrl-C, to tidy up.

    Looking for cyclic garbage once more when leaving would only delay that.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    look_seldom()
    code = main()
    gc.freeze()
    sys.exit(code)


def _told(problem: StonehandError) -> int:
    from stonehand.report import complain

    return complain(problem)


def _refused(fault: OSError) -> AccessError:
    at = Origin(str(fault.filename)) if fault.filename else None
    hint = "is there room, on disk and in memory, and a reader?"
    return AccessError(f"the system refuses: {fault.strerror or fault}", at, hint)


def _usage(refused: click.ClickException) -> UsageError:
    context = refused.ctx if isinstance(refused, click.UsageError) else None
    path = context.command_path if context else "stonehand"
    problem = " ".join(refused.format_message().split())  # click lists choices line by line
    return UsageError(problem.rstrip("."), hint=f"see {path} --help")
