"""Known vulnerabilities of what is locked, as far as their data can be had: `audit.py LOCKED`.

Ends with 1 where there is one.  What cannot be looked up is counted, and no failure: without its
data pip-audit says that nothing is known of a vulnerability, which is true, and no comfort.
"""

from __future__ import annotations

import json
import subprocess
import sys

_COMMAND = ("pip_audit", "--no-deps", "--disable-pip", "--progress-spinner", "off", "-f", "json")


def main(locked: str) -> int:
    """Look up each package."""
    command = [sys.executable, "-m", *_COMMAND, "-r", locked]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        packages = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, LookupError):
        print("pip-audit: its data cannot be had here")
        return 0
    looked_up = [each for each in packages if "vulns" in each]
    wrong = [each for each in looked_up if each["vulns"]]
    print(f"pip-audit: {len(looked_up)} of {len(packages)} packages looked up, {len(wrong)} wrong")
    for each in wrong:
        print(f"{each['name']} {each['version']}: {', '.join(v['id'] for v in each['vulns'])}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
