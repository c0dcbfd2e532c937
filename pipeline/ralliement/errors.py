"""What the user can put right: the message says what is wrong and what to try."""


class InputError(ValueError):
    """Something given that cannot be used. The command line prints its message without a traceback."""
