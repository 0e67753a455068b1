"""Keep what chapters showed, so that only those run again whose code, packages or read files changed."""
