"""Shared fixtures. The model is loaded once a test process."""

import pytest

import ralliement


@pytest.fixture(scope="session")
def nlp():
    """The whole pipeline."""
    return ralliement.load()
