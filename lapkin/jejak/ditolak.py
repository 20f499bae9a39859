"""The refusal that every act raises."""


class Ditolak(Exception):
    """The act is not allowed now; the Indonesian sentence is shown to the officer as it is (status 409)."""
