package uy.pfacturas.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.tree.FaultList;

class XmlSliceTest {
  @Test
  void root_withThingsAround_isTheElementAlone() {
    String element = "<a x='>' y=\"</a>\"><!-- </a> --><![CDATA[</a>]]><?p </a>?><b/>text</a>";
    XmlSlice root = XmlSlice.root("<?xml version=\"1.0\"?>\n<!-- <z> -->\n " + element + "\n<?q?>");
    assertThat(root).isEqualTo(new XmlSlice("a", new Place(3, 2), element));
    assertThat(root.children()).extracting(XmlSlice::xml).containsExactly("<b/>");
  }

  @Test
  void children_ofTheSameName_areCutWhereTheyEnd() {
    XmlSlice root = XmlSlice.root("<a><a><a/></a>\n  <p:b xmlns:p=\"u\" >1</p:b ></a>");
    assertThat(root.children())
        .containsExactly(
            new XmlSlice("a", new Place(1, 4), "<a><a/></a>"),
            new XmlSlice("b", new Place(2, 3), "<p:b xmlns:p=\"u\" >1</p:b >"));
  }

  @Test
  void children_namespacesFromAround_areDeclaredIfUsed() {
    XmlSlice root =
        XmlSlice.root(
            "<a xmlns='d' xmlns:p='u&amp;\"v' xmlns:q=\"w\" xmlns:unused=\"z\">"
                + "<b><p:c q:at='1'/></b><p:e/><f xmlns=''/></a>");
    assertThat(root.children())
        .extracting(XmlSlice::xml)
        .containsExactly(
            "<b xmlns=\"d\" xmlns:p=\"u&amp;&quot;v\" xmlns:q=\"w\"><p:c q:at='1'/></b>",
            "<p:e xmlns:p=\"u&amp;&quot;v\"/>",
            "<f xmlns=''/>");
  }

  @Test
  void children_withTheirOwnNamespaces_areUnchanged() {
    String own = "<n:CFE xmlns:n=\"http://cfe.dgi.gub.uy\" version=\"1.0\"><n:x/></n:CFE>";
    XmlSlice root =
        XmlSlice.root(
            "<E xmlns=\"http://cfe.dgi.gub.uy\" xmlns:xsi=\"s\" xsi:l=\"x\">" + own + "</E>");
    assertThat(root.children()).extracting(XmlSlice::xml).containsExactly(own);
  }

  @Test
  void children_declaredBesideItsUse_areStillGivenWhatTheRestNeeds() {
    XmlSlice root = XmlSlice.root("<a xmlns:p='u'><b><p:c xmlns:p='v'/><p:d/></b></a>");
    assertThat(root.children())
        .extracting(XmlSlice::xml)
        .containsExactly("<b xmlns:p=\"u\"><p:c xmlns:p='v'/><p:d/></b>");
  }

  @Test
  void placed_slice_standsWhereItStood() {
    XmlSlice slice = XmlSlice.root("<a>\n\n   <b><c>x</c></b></a>").children().get(0);
    assertThat(slice.place()).isEqualTo(new Place(3, 4));
    assertThat(slice.placed()).isEqualTo("\n\n   <b><c>x</c></b>");
  }

  @Test
  void root_notWellFormed_givesSomethingAndEnds() {
    for (String xml :
        List.of(
            "", "<", "<a", "<a b", "<a b=", "<a b='", "</a>", "<!--", "<a><b></a>", "<a/><b/>")) {
      assertThat(XmlSlice.root(xml).children()).isNotNull();
    }
  }

  @Test
  void skim_wantedPaths_areFoundOnceEach() {
    XmlSkim skim =
        XmlSkim.read(
                "<n:a xmlns:n='u' version='2'><n:b version='3'>1</n:b><c><b>2</b><b>3</b></c></n:a>",
                List.of(List.of("a", "b"), List.of("a", "*", "b"), List.of("a", "z")),
                new FaultList())
            .orElseThrow();
    assertThat(skim.name()).isEqualTo("a");
    assertThat(skim.namespace()).isEqualTo("u");
    assertThat(skim.text(List.of("a", "b"))).contains("1");
    assertThat(skim.text(List.of("a", "*", "b"))).contains("2");
    assertThat(skim.text(List.of("a", "z"))).isEmpty();
    assertThat(skim.version("a")).contains("2");
    assertThat(skim.version("a/b")).contains("3");
    assertThat(skim.isMixed()).isFalse();
    assertThat(skim.isPlain()).isFalse();
  }

  @Test
  void skim_kindsOfContent_areTold() {
    assertThat(skim("<a>x<![CDATA[<y>]]></a><!-- after -->").isPlain()).isTrue();
    assertThat(skim("<a xmlns='u'/>").isPlain()).isTrue();
    for (String other : List.of("<a x='1'>x</a>", "<a><b/></a>", "<a>x<!-- y --></a>")) {
      assertThat(skim(other).isPlain()).as(other).isFalse();
    }
    assertThat(skim("<a> <b/>x</a>").isMixed()).isTrue();
    assertThat(skim("<a> <b>x</b></a>").isMixed()).isFalse();
  }

  @Test
  void skim_hostileXml_isAFault() {
    assertThat(fault("<a>")).isEqualTo("XML-01");
    assertThat(fault("<?xml version='1.1'?><a/>")).isEqualTo("XML-01");
    assertThat(fault("<!DOCTYPE a><a/>")).isEqualTo("XML-02");
    assertThat(fault("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")).isEqualTo("XML-02");
    assertThat(fault("<a>".repeat(33) + "</a>".repeat(33))).isEqualTo("XML-03");
    assertThat(skim("<a>".repeat(32) + "</a>".repeat(32)).name()).isEqualTo("a");
  }

  private static XmlSkim skim(String xml) {
    return XmlSkim.read(xml, List.of(), new FaultList()).orElseThrow();
  }

  private static String fault(String xml) {
    FaultList faults = new FaultList();
    assertThat(XmlSkim.read(xml, List.of(), faults)).isEmpty();
    assertThat(faults.list()).extracting(Fault::code).hasSize(1);
    return faults.list().get(0).code().code();
  }
}
