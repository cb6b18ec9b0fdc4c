export declare const HOST_DIR: string;
export declare function workbench(options?: { log?: (line: string) => void }): {
  node: string;
  serverMain: string;
};
export declare function packagedChromium(options?: { log?: (line: string) => void }): {
  executable: string;
  fonts: string;
};
