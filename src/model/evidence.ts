import { terms } from "./terms.ts";

/** What the case file contains (`documents`). */
export const DOCUMENTS = terms({
  "exploration-plan": ["勘查实施方案", "exploration programme"],
  "green-exploration-plan": ["绿色勘查方案", "green-exploration plan"],
  "exploration-impact-assessment": [
    "勘查生态影响预评价",
    "pre-assessment of the exploration's ecological impact",
  ],
  "development-plan": ["开发利用方案", "development and utilisation plan"],
  "mine-design": ["矿山设计", "mine design"],
  "restoration-plan": ["地质环境恢复治理方案", "geological-environment restoration plan"],
  "reclamation-plan": ["土地复垦方案", "land reclamation plan"],
  "three-in-one-plan": ["三合一方案", "three-in-one plan"],
  "soil-water-plan": ["水土保持方案", "soil and water conservation plan"],
  "restoration-fund-account": ["恢复治理基金账户", "restoration fund account"],
  "restoration-responsibility-letter": ["恢复治理责任书", "restoration responsibility letter"],
  "green-mine-plan": ["绿色矿山建设方案", "green-mine plan"],
  "environmental-impact-assessment": ["环境影响评价", "environmental impact assessment"],
  "geohazard-assessment": ["地质灾害危险性评估", "geohazard assessment"],
  "geological-report": ["地质勘查报告", "geological report"],
  "reserves-review": ["储量评审备案", "reviewed and filed reserves"],
  "proof-of-funds": ["资金证明", "proof of funds"],
  "task-letter": ["项目任务书", "task letter"],
  "joint-department-opinion": ["部门联合踏勘审查意见", "joint site-survey opinion of the departments"],
  "special-justification": ["严格论证材料", "strict justification"],
  "closure-report": ["闭坑报告", "closure report"],
  "main-mineral-argument": ["主矿种论证", "argument for the main mineral"],
  "ecological-opinion": ["生态保护审查意见", "ecological (redline) review opinion"],
  "budget-approval": ["预算批复", "budget approval"],
});
export type DocumentKey = keyof typeof DOCUMENTS;

/** Statements of fact by the applicant or the official (`declarations`). */
export const DECLARATIONS = terms({
  "recovery-rates-met": ["三率达标", "the three recovery rates are met"],
  "bench-mining": ["自上而下台阶式开采", "top-down bench mining"],
  "medium-deep-hole-blasting": ["中深孔爆破", "medium-deep-hole blasting"],
  "enclosed-crushing": ["封闭破碎及收尘", "enclosed crushing with dust collection"],
  "obsolete-equipment": ["采用淘汰工艺装备", "obsolete process or equipment is used"],
  "mining-only": ["只采不选（无选矿）", "mining only, without dressing"],
  "three-wastes-met": ["三废达标", "the discharge standards are met"],
  "severe-landscape-impact": ["严重影响地貌景观生态", "severe impact on landscape and ecology"],
  "geohazard-prone": ["易发较重地质灾害", "prone to serious geohazards"],
  "continuous-open-pit": ["集中连片整体开发", "contiguous development as a whole"],
  "splits-resource": ["分割资源、化整为零", "the resource is split up"],
  "annex-minimum-met": [
    "已按规划附表核对达到最低规模",
    "checked against the plan's annexed table: minimum scale reached",
  ],
  "plan-adjusted": ["已按程序调整纳入规划", "taken into the plan by due adjustment"],
  "policy-threshold-met": ["达到国家产业政策准入门槛", "national industrial-policy threshold reached"],
  "investment-unrectified": [
    "勘查投入未达要求且整改不到位",
    "exploration investment below the requirement and not rectified",
  ],
  "rectification-failed": [
    "限期整改后环保、安全仍未达标",
    "environmental or safety standards still unmet after rectification",
  ],
  "design-requirements-met": ["符合开采设计要求", "fit for mine design"],
  "set-by-exploration-degree": ["依据勘查工作程度设置", "set by exploration degree"],
  "net-grant": ["净矿出让", "net-mine grant"],
  "existing-production-system": ["利用原有生产系统", "the existing production system is used"],
  "public-geological-data": ["具有财政出资地质勘查资料", "publicly funded geological data exist"],
  "high-sulfur-or-ash": ["高硫、高灰", "high sulphur or high ash"],
});
export type DeclarationKey = keyof typeof DECLARATIONS;

/** `three-in-one-plan` stands for these three together, and they for it. */
export const THREE_IN_ONE = ["development-plan", "restoration-plan", "reclamation-plan"] as const;
