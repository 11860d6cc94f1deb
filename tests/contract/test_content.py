"""The site's own content is an example to its authors: it is built without a warning."""

from generator import pipeline


def test_the_content_has_no_warning_either():
    assert [str(found) for found in pipeline.load_site(pipeline.DEFAULT_CONTENT).warnings] == []
