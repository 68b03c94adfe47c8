package uy.pfacturas.cli.console;

/**
 * Why something was not done, said for a person.
 *
 * @param what what happened, to which document, and why: one sentence
 * @param remedy what to do: one sentence
 * @param code stable code
 */
public record Failure(String what, String remedy, String code) {}
