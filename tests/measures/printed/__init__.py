"""Published data and figures: what others printed, for the tests and for the page of reproduced figures."""
