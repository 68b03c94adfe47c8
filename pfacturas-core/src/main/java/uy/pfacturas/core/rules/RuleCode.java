package uy.pfacturas.core.rules;

import uy.pfacturas.core.fault.FaultCode;

/**
 * The rules that look at more than one field or at a value's meaning, by DGI's field; sentences and
 * remedies stand beside this enum in {@code faults.properties}.
 *
 * @see "Formato de los CFE v25-1, column VALIDACIÓN of the field"
 */
public enum RuleCode implements FaultCode {
  A_C5_01("A-C5-01", true),
  A_C5_1_01("A-C5.1-01", false),
  A_C6_2_01("A-C6.2-01", false),
  A_C6_2_02("A-C6.2-02", false),
  A_C6_3_01("A-C6.3-01", false),
  A_C6_3_02("A-C6.3-02", false),
  A_C6_3_03("A-C6.3-03", false),
  A_C6_4_01("A-C6.4-01", false),
  A_C6_4_02("A-C6.4-02", false),
  A_C6_4_03("A-C6.4-03", false),
  A_C6_4_04("A-C6.4-04", false),
  A_C6_5_01("A-C6.5-01", false),
  A_C6_5_02("A-C6.5-02", false),
  A_C6_6_01("A-C6.6-01", false),
  A_C8_01("A-C8-01", false),
  A_C10_01("A-C10-01", false),
  A_C14_01("A-C14-01", true),
  A_C17_01("A-C17-01", false),
  A_C17_02("A-C17-02", false),
  A_C18_01("A-C18-01", false),
  A_C18_02("A-C18-02", false),
  A_C20_01("A-C20-01", false),
  A_C20_02("A-C20-02", false),
  A_C20_03("A-C20-03", false),
  A_C21_01("A-C21-01", false),
  A_C40_01("A-C40-01", true),
  A_C60_01("A-C60-01", true),
  A_C60_02("A-C60-02", true),
  A_C60_03("A-C60-03", true),
  A_C60_04("A-C60-04", true),
  A_C60_05("A-C60-05", true),
  A_C60_06("A-C60-06", true),
  A_C61_01("A-C61-01", true),
  A_C61_02("A-C61-02", true),
  A_C61_03("A-C61-03", true),
  A_C62_01("A-C62-01", true),
  A_C62_02("A-C62-02", true),
  A_C62_03("A-C62-03", true),
  A_C62_04("A-C62-04", true),
  A_C62_05("A-C62-05", true),
  A_C62_1_01("A-C62.1-01", true),
  A_C62_1_02("A-C62.1-02", true),
  A_C63_01("A-C63-01", false),
  A_C64_01("A-C64-01", false),
  A_C65_01("A-C65-01", false),
  A_C66_01("A-C66-01", false),
  A_C66_1_01("A-C66.1-01", false),
  A_C110_01("A-C110-01", true),
  A_C111_01("A-C111-01", true),
  A_C112_01("A-C112-01", true),
  A_C112_02("A-C112-02", true),
  A_C113_01("A-C113-01", true),
  A_C114_01("A-C114-01", true),
  A_C114_02("A-C114-02", true),
  A_C115_01("A-C115-01", true),
  A_C115_02("A-C115-02", true),
  A_C115_03("A-C115-03", true),
  A_C116_01("A-C116-01", true),
  A_C116_02("A-C116-02", true),
  A_C117_01("A-C117-01", true),
  A_C117_02("A-C117-02", true),
  A_C118_01("A-C118-01", true),
  A_C118_02("A-C118-02", true),
  A_C118_03("A-C118-03", true),
  A_C119_01("A-C119-01", true),
  A_C120_01("A-C120-01", true),
  A_C121_01("A-C121-01", true),
  A_C122_01("A-C122-01", true),
  A_C123_01("A-C123-01", true),
  A_C124_01("A-C124-01", true),
  A_C124_02("A-C124-02", true),
  A_C125_01("A-C125-01", true),
  A_C125_1_01("A-C125.1-01", true),
  A_C126_01("A-C126-01", true),
  A_C127_01("A-C127-01", true),
  A_C127_02("A-C127-02", true),
  A_C128_01("A-C128-01", true),
  A_C129_01("A-C129-01", true),
  A_C129_02("A-C129-02", true),
  A_C130_01("A-C130-01", true),
  B_C1_01("B-C1-01", false),
  B_C3_01("B-C3-01", false),
  B_C4_01("B-C4-01", false),
  B_C4_02("B-C4-02", false),
  B_C4_03("B-C4-03", false),
  B_C4_04("B-C4-04", false),
  B_C4_05("B-C4-05", false),
  B_C4_06("B-C4-06", false),
  B_C4_07("B-C4-07", false),
  B_C6_01("B-C6-01", true),
  B_C9_01("B-C9-01", false),
  B_C11_01("B-C11-01", true),
  B_C11_02("B-C11-02", true),
  B_C13_01("B-C13-01", false),
  B_C17_01("B-C17-01", false),
  B_C20_01("B-C20-01", false),
  B_C20_02("B-C20-02", false),
  B_C20_03("B-C20-03", false),
  B_C22_01("B-C22-01", false),
  B_C23_01("B-C23-01", false),
  B_C24_01("B-C24-01", false),
  B_C24_02("B-C24-02", false),
  C_C1_01("C-C1-01", false),
  D_C1_01("D-C1-01", false),
  D_C7_01("D-C7-01", false),
  D_C7_02("D-C7-02", false),
  D_C7_03("D-C7-03", false),
  D_C7_04("D-C7-04", false),
  D_C7_05("D-C7-05", false),
  D_C7_06("D-C7-06", false),
  D_C7_07("D-C7-07", false),
  D_C7_08("D-C7-08", false),
  E_C1_01("E-C1-01", false),
  F_C1_01("F-C1-01", false),
  F_C1_02("F-C1-02", false),
  F_C3_01("F-C3-01", false),
  F_C3_02("F-C3-02", false),
  F_C3_03("F-C3-03", false),
  F_C6_01("F-C6-01", false),
  F_C7_01("F-C7-01", false),
  F_C10_01("F-C10-01", false),
  G_C1_01("G-C1-01", false),
  G_C2_01("G-C2-01", false),
  G_C3_01("G-C3-01", false),
  G_C4_01("G-C4-01", false),
  G_C5_01("G-C5-01", false),
  G_C6_01("G-C6-01", false),
  G_C6_02("G-C6-02", false),
  H_C1_01("H-C1-01", false),
  K_C1_01("K-C1-01", true),
  K_C1_02("K-C1-02", false),
  K_C1_03("K-C1-03", true),
  K_C1_04("K-C1-04", true),
  K_C2_01("K-C2-01", true),
  K_C3_01("K-C3-01", true),
  K_C3_02("K-C3-02", true),
  K_C4_01("K-C4-01", true),
  K_C4_02("K-C4-02", true),
  K_C4_03("K-C4-03", true);

  private final String code;
  private final boolean isRejected;

  RuleCode(String code, boolean isRejected) {
    this.code = code;
    this.isRejected = isRejected;
  }

  @Override
  public String code() {
    return code;
  }

  /** DGI's field, such as {@code A-C62}. */
  public String campo() {
    return code.substring(0, code.lastIndexOf('-'));
  }

  /** Whether DGI rejects a document that breaks this rule: the field is marked (*). */
  public boolean isRejected() {
    return isRejected;
  }
}
