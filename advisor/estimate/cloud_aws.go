package estimate

import "archadvisor/advisor/pricing"

var awsCloud = cloud{
	name: "aws", containers: "Fargate", batch: "AWS Batch", cluster: "EKS", front: "behind an ALB",
	exits: true, keyValue: "dynamodb",
	sla: sla[string]{"ec2", "fargate", "lambda", "alb", "api_gateway", "eks", "rds_multi_az", "dynamodb"},
	shapes: []Shape{
		{ID: "aws-monolith-vms", Arch: Monolith, Title: "modular monolith on VMs behind an ALB", form: onVMs, front: balancer},
		{ID: "aws-monolith-containers", Arch: Monolith, Title: "modular monolith on Fargate behind an ALB", form: onContainers, front: balancer},
		{ID: "aws-monolith-server", Arch: Monolith, Title: "modular monolith and its database on one server", form: onOneServer, front: direct, lone: true},
		{ID: "aws-monolith-platform", Arch: Monolith, Title: "modular monolith on one Elastic Beanstalk instance", form: onVMs, front: direct, lone: true},
		{ID: "aws-monolith-dynos", Arch: Monolith, Title: "modular monolith on Heroku", form: onVMs, front: direct, vendor: true},
		{ID: "aws-functions-http", Arch: Serverless, Title: "functions behind an HTTP API", form: onFunctions, front: gateway, functions: &lambda},
		{ID: "aws-functions-balancer", Arch: Serverless, Title: "functions behind an ALB", form: onFunctions, front: balancer, functions: &lambda},
		{ID: "aws-functions-warm", Arch: Serverless, Title: "functions behind an HTTP API, kept warm", form: onWarm, front: gateway, functions: &lambda},
		{ID: "aws-functions-balancer-warm", Arch: Serverless, Title: "functions behind an ALB, kept warm", form: onWarm, front: balancer, functions: &lambda},
		{ID: "aws-functions-vercel", Arch: Serverless, Title: "functions on Vercel", form: onFunctions, front: direct, vendor: true, functions: &vercel},
		{ID: "aws-services-containers", Arch: Microservices, Title: "services on Fargate", form: perService, front: balancer},
		{ID: "aws-services-kubernetes", Arch: Microservices, Title: "services on EKS", form: onKubernetes, front: balancer},
	},
}

var (
	lambda = functionService{service: "lambda", requests: pricing.FunctionRequests, memory: pricing.FunctionMemory}
	vercel = functionService{service: "vercel", requests: pricing.VendorRequests, memory: pricing.VendorMemory}
)
