"""What a report's running text says in numbers: counts with what they are of, totals with their parts, percentages.

Everything here is a pure function on folded text (`goi_lint.text.normalise.fold`): counts and percentages as people
write them (`counts`), the clause that each stands in (`clauses`), sentences that deny (`denials`), whose and of which
year a count is (`scopes`), totals with their breakdowns (`breakdowns`) and percentages with what they may be of
(`shares`). Where a sentence can be read in more than one way, all readings are given, and nobody decides.
"""
