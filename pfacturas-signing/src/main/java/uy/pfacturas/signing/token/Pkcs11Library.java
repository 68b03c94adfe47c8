package uy.pfacturas.signing.token;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a PKCS#11 library which tokens it sees. Java's own provider takes a slot by its number only,
 * and numbers change with what is plugged in; it also does not show how many tries a PIN has left.
 *
 * @see "PKCS#11 Cryptographic Token Interface Base Specification 2.40, 3.2 and 5.5"
 */
record Pkcs11Library(Path library) {
  private static final long OK = 0;
  private static final long ALREADY_INITIALIZED = 0x191;
  private static final byte TOKENS_ONLY = 1;

  /** CK_TOKEN_INFO has less; {@code label} stands first, {@code flags} behind 96 bytes of text. */
  private static final int INFO_BYTES = 512;

  private static final int LABEL_BYTES = 32;
  private static final int FLAGS_AT = 96;

  /** CK_C_INITIALIZE_ARGS: six words, of which the fifth says that threads may lock. */
  private static final int ARGS_BYTES = 6 * Long.BYTES;

  private static final int ARGS_FLAGS_AT = 4;
  private static final long OS_LOCKING = 2;

  /**
   * The tokens that are there.
   *
   * @throws TokenLibraryException when the library does not load or does not answer
   */
  List<Slot> slots() {
    try {
      NativeLibrary code = NativeLibrary.getInstance(library.toString());
      initialize(code);
      List<Slot> slots = new ArrayList<>();
      for (long id : ids(code)) {
        slots.add(slot(code, id));
      }
      return slots;
    } catch (UnsatisfiedLinkError e) {
      throw new TokenLibraryException(library, e);
    }
  }

  private void initialize(NativeLibrary code) {
    Memory args = new Memory(ARGS_BYTES);
    args.clear();
    args.setNativeLong((long) ARGS_FLAGS_AT * Native.POINTER_SIZE, new NativeLong(OS_LOCKING));
    long result = call(code, "C_Initialize", args);
    if (result != OK && result != ALREADY_INITIALIZED) {
      throw failure("C_Initialize", result);
    }
  }

  private long[] ids(NativeLibrary code) {
    NativeLongByReference count = new NativeLongByReference();
    check("C_GetSlotList", call(code, "C_GetSlotList", TOKENS_ONLY, Pointer.NULL, count));
    int size = count.getValue().intValue();
    if (size == 0) {
      return new long[0];
    }
    Memory list = new Memory((long) size * NativeLong.SIZE);
    check("C_GetSlotList", call(code, "C_GetSlotList", TOKENS_ONLY, list, count));
    long[] ids = new long[Math.min(size, count.getValue().intValue())];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = list.getNativeLong((long) i * NativeLong.SIZE).longValue();
    }
    return ids;
  }

  private Slot slot(NativeLibrary code, long id) {
    Memory info = new Memory(INFO_BYTES);
    info.clear();
    check("C_GetTokenInfo", call(code, "C_GetTokenInfo", new NativeLong(id), info));
    String label = new String(info.getByteArray(0, LABEL_BYTES), StandardCharsets.UTF_8).strip();
    return new Slot(id, label, info.getNativeLong(FLAGS_AT).longValue());
  }

  private static long call(NativeLibrary code, String name, Object... arguments) {
    Function function = code.getFunction(name);
    return ((NativeLong) function.invoke(NativeLong.class, arguments)).longValue();
  }

  private void check(String name, long result) {
    if (result != OK) {
      throw failure(name, result);
    }
  }

  private TokenLibraryException failure(String name, long result) {
    return new TokenLibraryException(
        library, new IllegalStateException(name + " gives 0x" + Long.toHexString(result)));
  }
}
