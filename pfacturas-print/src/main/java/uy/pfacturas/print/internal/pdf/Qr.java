package uy.pfacturas.print.internal.pdf;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.print.PrintException;

/**
 * A QR symbol as dark runs.
 *
 * @param modules modules per side
 * @param runs dark modules side by side, row by row
 */
public record Qr(int modules, List<Run> runs) {
  /** So many dark modules from this column of this row on, from 0. */
  public record Run(int row, int column, int length) {}

  public Qr {
    runs = List.copyOf(runs);
  }

  /**
   * The symbol of a text, with error correction M: it survives dirt on 15 % of it.
   *
   * @throws PrintException if the text is too long for a QR
   */
  public static Qr of(String text) {
    try {
      return of(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new PrintException("the address does not fit into a QR", e);
    }
  }

  private static Qr of(ByteMatrix matrix) {
    List<Run> runs = new ArrayList<>();
    for (int row = 0; row < matrix.getHeight(); row++) {
      int column = 0;
      while (column < matrix.getWidth()) {
        int start = column;
        while (column < matrix.getWidth() && matrix.get(column, row) == 1) {
          column++;
        }
        if (column > start) {
          runs.add(new Run(row, start, column - start));
        } else {
          column++;
        }
      }
    }
    return new Qr(matrix.getWidth(), runs);
  }
}
