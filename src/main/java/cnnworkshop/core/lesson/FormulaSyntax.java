package cnnworkshop.core.lesson;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Formulas in Markdown: {@code $x_1$} within a line, {@code $$…$$} on lines of its own. What is between the signs is
 * LaTeX, so nothing in it is taken for emphasis, lists or escapes.
 */
final class FormulaSyntax implements Parser.ParserExtension {

  private static final String FENCE = "$$";

  /** A formula within a line. */
  static final class InLine extends CustomNode {
    final String latex;

    InLine(String latex) {
      this.latex = latex;
    }
  }

  /** A formula on lines of its own; {@code closed}: whether it came to an end. */
  static final class OwnLines extends CustomBlock {
    String latex = "";
    boolean closed;
  }

  @Override
  public void extend(Parser.Builder builder) {
    builder.customInlineContentParserFactory(new InLineFactory());
    builder.customBlockParserFactory(new OwnLinesFactory());
  }

  private static final class InLineFactory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return InLineFactory::parse;
    }

    /** An amount such as "$5 or $10" is no formula: the first sign touches what follows, the last what comes before. */
    private static ParsedInline parse(InlineParserState state) {
      Scanner scanner = state.scanner();
      scanner.next();
      if (Character.isWhitespace(scanner.peek())) {
        return ParsedInline.none();
      }
      Position from = scanner.position();
      while (scanner.find('$') > 0) {
        char before = (char) scanner.peekPreviousCodePoint();
        String latex = scanner.getSource(from, scanner.position()).getContent();
        scanner.next();
        if (!Character.isWhitespace(before) && before != '\\' && !Character.isDigit(scanner.peek())) {
          return ParsedInline.of(new InLine(latex), scanner.position());
        }
      }
      return ParsedInline.none();
    }
  }

  private static final class OwnLinesFactory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int at = state.getNextNonSpaceIndex();
      if (state.getIndent() > 3 || !line.subSequence(at, line.length()).toString().startsWith(FENCE)) {
        return BlockStart.none();
      }
      return BlockStart.of(new OwnLinesParser()).atIndex(at + FENCE.length());
    }
  }

  private static final class OwnLinesParser extends AbstractBlockParser {
    private final OwnLines block = new OwnLines();
    private final StringBuilder latex = new StringBuilder();

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return block.closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
      String content = line.getContent().toString().strip();
      if (content.endsWith(FENCE)) {
        block.closed = true;
        content = content.substring(0, content.length() - FENCE.length());
      }
      latex.append(content).append('\n');
    }

    @Override
    public void closeBlock() {
      block.latex = latex.toString().strip();
    }
  }
}
