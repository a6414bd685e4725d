import logo from "./logo.svg";

/** The mark; it stands beside the name, which says the same. */
export const Logo = ({ size = 28 }: { size?: number }) => <img src={logo} width={size} height={size} alt="" />;
