/** A text that is part of the page. */
declare module '*.md' {
  const text: string;
  export default text;
}
