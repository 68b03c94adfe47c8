package uy.pfacturas.core.rules;

/**
 * One validation of DGI's format. Looks at what it needs and no further: where a field is missing
 * the format table speaks, not the rule.
 */
@FunctionalInterface
interface Rule {
  void check(Subject subject, Findings findings);
}
