"""Let `python -m purposebook.publishing.warm` be a worker, which reads its code without looking for garbage in it."""

import gc
import os

gc.disable()
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # as the command line does, after it has started this

from purposebook.publishing.warm.worker import main  # noqa: E402 - what is read here is what takes long

main()
os._exit(0)  # nothing is left to put away, and the interpreter would take apart all that was read
