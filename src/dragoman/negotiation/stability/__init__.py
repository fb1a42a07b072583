"""Which states are stable for whom, by six solution concepts."""
