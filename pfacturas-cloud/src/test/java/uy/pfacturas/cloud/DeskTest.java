package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cloud.mailbox.Claim;

class DeskTest {
  private final Desk desk = new Desk();
  private final Claim first = claim("F17");
  private final Claim again = claim("F18");

  private static Claim claim(String base) {
    String file = base + ".txt";
    return new Claim(base, file, Path.of("proceso", file), Instant.EPOCH, Optional.empty());
  }

  @Test
  void take_secondFileOfAnId_waitsForTheFirst() {
    assertThat(desk.take("1", first)).isTrue();
    assertThat(desk.take("1", first)).isTrue();
    assertThat(desk.take("1", again)).isFalse();
    assertThat(desk.release("1", "F17")).contains(first);
    assertThat(desk.take("1", again)).isTrue();
  }

  @Test
  void release_anotherFileIsBound_leavesIt() {
    // Else the further file is put away with the document's answer, and never gets its own.
    desk.take("1", again);
    assertThat(desk.release("1", "F17")).isEmpty();
    desk.release("1", first);
    assertThat(desk.findByClaim(again)).contains("1");
    desk.release("1", again);
    assertThat(desk.findByClaim(again)).isEmpty();
  }
}
