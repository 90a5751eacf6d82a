/** The ellipsoid of CGCS2000 (2000国家大地坐标系参考椭球): semi-major axis in metres. */
export const SEMI_MAJOR = 6_378_137;

/** 1/f of CGCS2000's ellipsoid, by GB 22021-2008. */
export const INVERSE_FLATTENING = 298.257222101;

/** Square of the first eccentricity (第一偏心率平方). */
export const ECCENTRICITY_2 = (2 - 1 / INVERSE_FLATTENING) / INVERSE_FLATTENING;
