"""`python -m tcsg`."""

import sys

from tcsg.cli import main

sys.exit(main())
