/** The build brings the text of these files in. */
declare module '*.undoc' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
