"""For the attack tests: the server that is attacked, started at the first use, and its people."""
import atexit
import functools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import real_server
from real_server import PASSWORD, plan_of


@functools.cache
def server():
    started = real_server.Server("--plan", str(Path(__file__).parent / "plan.yaml"))
    atexit.register(started.stop)
    return started


class Browser(real_server.Browser):
    def __init__(self):
        super().__init__(server())


@functools.cache
def ruler(side):
    """The first administrator of a side, signed in."""
    return real_server.first_administrator(server(), side)


@functools.cache
def planner(side):
    return real_server.colleague(ruler(side), f"planner@{side}", ["planner", "lead", "finance", "assessor"])
