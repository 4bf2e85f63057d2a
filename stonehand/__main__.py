"""`python -m stonehand` is the program `stonehand`."""

from stonehand.cli import run

if __name__ == "__main__":
    run()
