"""Musterstadt: a demo town on one machine, with invented people and real rules."""
