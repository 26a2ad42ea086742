import { blockMarkdown, inlineMarkdown, plainText, type WriterHost } from './index.ts';

/** Lesson text that has become safe Markdown. Handlebars writes it as it is; everything else is escaped. */
export class Rich {
  readonly markdown: string;
  /** The text as the author wrote it. */
  readonly source: string;
  private constructor(source: string, markdown: string) {
    this.source = source;
    this.markdown = markdown;
  }
  static inline(source: string, host: WriterHost): Rich {
    return new Rich(source, inlineMarkdown(source, host));
  }
  /** Blocks stand between blank lines, so that Markdown is read as such inside an HTML wrapper. */
  static block(source: string, host: WriterHost): Rich {
    return new Rich(source, `\n\n${blockMarkdown(source, host)}\n\n`);
  }
  /** Markdown or HTML that the composer itself wrote. */
  static trusted(markdown: string, source = ''): Rich {
    return new Rich(source, markdown);
  }
  get plain(): string {
    return plainText(this.source);
  }
}
