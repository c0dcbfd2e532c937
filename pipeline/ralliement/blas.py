"""numpy's own BLAS for the model's matrix products, on one thread.

spaCy multiplies with blis, built for any processor; numpy ships an OpenBLAS that uses the one it runs on. Measured on
25,000 tokens: 58 µs a token instead of 99 on an AVX2 machine, 1.09 times as fast on another; the annotation is the
same, token by token. On several threads the small matrices of a paragraph cost more than they gain (188 µs).
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import cache

from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def use_numpy(components: Iterable[object]) -> None:
    """Make the models of pipeline components multiply with numpy; a model that is on a GPU is left alone."""
    ops = NumpyOps(use_blis=False)
    for component in components:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if isinstance(node.ops, NumpyOps):
                    node.ops = ops


def single_thread() -> AbstractContextManager[object]:
    """While in it, BLAS runs on one thread; elsewhere in the process nothing changes."""
    limit: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limit


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
