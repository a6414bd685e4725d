/** Whether this is the demo build, which may also run on loopback stand-ins of BeatPass. */
declare const __DEMO__: boolean;
